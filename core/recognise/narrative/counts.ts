import type { Count } from './claim.ts';
import { countedFigure, type Passage } from './spoken.ts';

/** 共有车辆6辆 · 共有车辆6台，其中： · 本部门车辆6台，其中： */
const vehicles = /车辆(?:总数|合计)?(?:为|共计?|共有)?(\d+)[辆台](?:[，。;:]|$)/;
/** 其中： · 比上年减少1辆，主要是报废处置。其中， */
const opens = /^(?:(?:比|较|与)(?:上年|去年|(?:19|20)\d{2}年)[^。;:]{0,40}。)?(?:其中|:)[:，]?/;
/** 省级领导干部用车0辆 · 应急保障车2辆 */
const kind = /([\u4e00-\u9fff、（）()]{2,14}?车)(?:辆)?(\d+)[辆台]/g;

/**
 * Counted vehicles and their kinds.
 * @param passage one paragraph
 */
export function countClaims(passage: Passage): Count[] {
  const { flat } = passage;
  const match = vehicles.exec(flat.text);
  if (!match || passage.heading) return [];
  const behind = match.index + match[0].length;
  const rest = flat.text.slice(behind);
  const opened = opens.exec(rest);
  if (!opened) return [];
  const from = behind + opened[0].length;
  const listed = flat.text.slice(from);
  const end = listed.search(/;单|;单位价值|。|单价|单位价值/);
  const scope = end < 0 ? listed : listed.slice(0, end);
  const kinds = [...scope.matchAll(kind)].map(([whole, name = '', digits = ''], index, all) => ({
    name,
    digits,
    at: from + ([...scope.matchAll(kind)][index]?.index ?? 0) + whole.length - 1 - digits.length,
    all,
  }));
  const total = match[1] ?? '';
  const at = match.index + match[0].indexOf(total);
  if (kinds.length === 0) return [];
  return [
    {
      kind: 'count',
      total: countedFigure(passage, at, total, '车辆总数', '辆'),
      parts: kinds.map(({ name, digits, at: start }) =>
        countedFigure(passage, start, digits, name.replace(/^(?:其中|[:、])+/, ''), '辆'),
      ),
      complete: kinds.some(({ name }) => name.includes('其他用车')) && kinds.length >= 3,
    },
  ];
}
