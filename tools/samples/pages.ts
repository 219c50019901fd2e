import type { Decimal } from 'decimal.js';
import { balances, classes, fiscalEnd, money, receptions, sampleTotal } from './accounts.ts';
import { publisher, year, type SampleForm, type HeadCell } from './forms.ts';

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function headCell({ text, rows, columns }: HeadCell): string {
  const spans = `${rows === undefined ? '' : ` rowspan="${rows}"`}${columns === undefined ? '' : ` colspan="${columns}"`}`;
  return `<th${spans}>${escape(text)}</th>`;
}

function bodyRow(form: SampleForm, row: readonly string[]): string {
  const merged = row[0] === '合计' && row[1] === '' && form.labelColumns.has(1);
  const tds = row.map((text, column) => {
    if (merged && column === 1) return '';
    const span = merged && column === 0 ? ' colspan="2"' : '';
    const kind = form.labelColumns.has(column) ? '' : /^\d+$/.test(text) ? ' class="line"' : ' class="amount"';
    return `<td${span}${kind}>${escape(text)}</td>`;
  });
  return `<tr>${tds.join('')}</tr>`;
}

/** One form as a page prints it: title lines, grid, notes. */
function formHtml(form: SampleForm): string {
  const width = form.head[0]?.reduce((sum, cell) => sum + (cell.columns ?? 1), 0) ?? 1;
  const department = `部门：${publisher}`;
  const unit = '单位：万元';
  const above =
    form.titled === 'paragraphs'
      ? `<p class="form-title"><strong>${form.title}</strong></p>\n<p class="form-number">${form.number}</p>\n<p class="form-unit"><span>${department}</span> <span>${year}年度</span> <span>${unit}</span></p>\n`
      : '';
  const caption =
    form.titled === 'caption'
      ? `<caption>${form.title}<small><span>${department}</span> <span>${year}年度</span> <span>${form.number}</span> <span>${unit}</span></small></caption>\n`
      : '';
  const left = Math.ceil(width / 2);
  const titleRows =
    form.titled === 'rows'
      ? [
          `<tr class="bare"><td colspan="${width}" class="form-title">${form.title}</td></tr>`,
          `<tr class="bare"><td colspan="${width}" class="form-number">${form.number}</td></tr>`,
          `<tr class="bare"><td colspan="${left}">${department}</td><td colspan="${width - left}" class="form-number">${unit}</td></tr>`,
        ]
      : [];
  const head = [...titleRows, ...form.head.map((row) => `<tr>${row.map(headCell).join('')}</tr>`)].join('\n');
  const table = `<table>\n${caption}<thead>\n${head}\n</thead>\n<tbody>\n${form.body.map((row) => bodyRow(form, row)).join('\n')}\n</tbody>\n</table>`;
  const boxed = form.boxed === true ? `<div class="scroll-box">\n${table}\n</div>` : table;
  const notes = form.notes.map((note) => `<p class="note">${note}</p>`).join('\n');
  return `<section class="form${form.landscape ? ' landscape' : ''}">\n${above}${boxed}\n${notes}\n</section>`;
}

const styles = `
body { margin: 0; background: #f4f4f2; color: #222; font: 16px/1.9 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
a { color: #0b5394; }
header { background: #a61b1b; color: #fff; }
header .inner, nav .inner, .columns, footer .inner { max-width: 1180px; margin: 0 auto; padding: 0 20px; }
header .inner { padding-top: 18px; padding-bottom: 18px; font-size: 26px; letter-spacing: 2px; }
nav { background: #7e1414; }
nav a { display: inline-block; padding: 8px 18px; color: #fff; text-decoration: none; }
.columns { display: grid; grid-template-columns: 200px minmax(0, 1fr); gap: 20px; padding-top: 14px; padding-bottom: 40px; }
.columns > .crumbs { grid-column: 1 / 3; font-size: 14px; color: #666; }
aside { background: #fff; border: 1px solid #ddd; align-self: start; }
aside h2 { margin: 0; padding: 8px 14px; background: #a61b1b; color: #fff; font-size: 16px; }
aside ul { margin: 0; padding: 8px 14px; list-style: none; }
article { background: #fff; border: 1px solid #ddd; padding: 20px 34px 34px; min-width: 0; }
article h1 { font-size: 24px; text-align: center; margin: 10px 0; }
.meta { text-align: center; font-size: 14px; color: #777; border-bottom: 1px solid #ddd; padding-bottom: 10px; }
article h2 { font-size: 20px; text-align: center; margin-top: 36px; }
article h3 { font-size: 17px; margin-bottom: 4px; }
.editor > p { text-indent: 2em; }
table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 1.5; }
caption { font-size: 18px; font-weight: 700; }
caption small { display: flex; justify-content: space-between; font-size: 13px; font-weight: 400; }
th, td { border: 1px solid #555; padding: 3px 6px; }
th { background: #f3f0ea; font-weight: 600; }
tr.bare td { border: 0; }
.amount { text-align: right; white-space: nowrap; }
.line { text-align: center; }
.form { margin: 30px 0; }
.form p { margin: 4px 0; }
.form-title { text-align: center; font-size: 18px; font-weight: 700; }
.form-number { text-align: right; font-size: 13px; }
.form-unit { display: flex; justify-content: space-between; font-size: 13px; }
.note { font-size: 13px; color: #444; }
.scroll-box { overflow-x: auto; width: 700px; max-width: 100%; border: 1px solid #ddd; }
.scroll-box table { width: 1320px; }
.attachments { border-top: 1px solid #ddd; padding-top: 12px; }
footer { background: #444; color: #ddd; font-size: 13px; }
@media screen and (max-width: 600px) {
  .columns { display: block; padding: 14px 8px 40px; }
  aside { display: none; }
  article { padding: 12px; }
}
@page { size: A4; margin: 20mm 16mm 20mm; @bottom-center { content: "- " counter(page) " -"; font-size: 10pt; } }
@page wide { size: A4 landscape; }
@media print {
  body { background: #fff; font: 12pt/1.8 "WenQuanYi Zen Hei", "Noto Sans CJK SC", sans-serif; }
  header, nav, aside, footer, .crumbs, .meta, .attachments { display: none; }
  .columns { display: block; max-width: none; margin: 0; padding: 0; }
  article { border: 0; padding: 0; }
  article h2 { break-before: auto; }
  article h2.apart { break-before: page; }
  .form { break-before: page; margin: 0; }
  .form.landscape { page: wide; }
  table { font-size: 10pt; line-height: 1.35; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th, td { border: 0.75pt solid #000; padding: 4.5pt 4pt; }
  th { background: none; }
  .scroll-box { overflow: visible; width: auto; border: 0; }
  .scroll-box table { width: 100%; }
}
`;

/** A page of the fictional city's site around an article. */
function page(title: string, article: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="SiteName" content="示例市人民政府">
<title>${title}-示例市人民政府</title>
<link rel="icon" href="data:,">
<style>${styles}</style>
</head>
<body>
<header><div class="inner">示例市人民政府</div></header>
<nav><div class="inner"><a href="ordinary.html">首页</a><a href="ordinary.html">政务动态</a><a href="no-tables.html">政府信息公开</a><a href="ordinary.html">办事服务</a><a href="ordinary.html">互动交流</a></div></nav>
<div class="columns">
<div class="crumbs">当前位置：<a href="ordinary.html">首页</a> &gt; <a href="no-tables.html">政府信息公开</a> &gt; 正文</div>
<aside><h2>信息公开</h2><ul><li><a href="no-tables.html">部门预算</a></li><li><a href="disclosure.html">部门决算</a></li><li><a href="empty.html">“三公”经费</a></li><li><a href="no-tables.html">政府采购</a></li></ul></aside>
<article>
<h1>${title}</h1>
<div class="meta">发布日期：2025-09-12　来源：${publisher}　浏览次数：<span>318</span></div>
<div class="editor TRS_Editor">
${article}
</div>
</article>
</div>
<footer><div class="inner"><p>主办：示例市人民政府办公室　这是 Tieout 自带的样例，机构和数字均为虚构</p></div></footer>
</body>
</html>
`;
}

const plain = (value: Decimal): string => money(value).replace(/,/g, '');
const percent = (part: Decimal, whole: Decimal): string => `${part.times(100).div(whole).toFixed(2)}%`;

/** The text part of the accounts, every sentence of which holds. */
function narrative(): string {
  const income = sampleTotal('income');
  const spending = sampleTotal('spending');
  const fiscal = sampleTotal('fiscalSpending');
  const whole = income.plus(balances.fiscalStart).plus(balances.otherStart);
  const fiscalWhole = sampleTotal('fiscal').plus(balances.fiscalStart);
  const growth = whole.minus('1103.18');
  const parts = classes
    .filter(([code]) => !sampleTotal('fiscalSpending', code).isZero())
    .map(
      ([code, name]) =>
        `${name}${plain(sampleTotal('fiscalSpending', code))}万元，占${percent(sampleTotal('fiscalSpending', code), fiscal)}`,
    );
  const { budget, final } = receptions;
  const budgetSum = budget.running.plus(budget.reception);
  const finalSum = final.running.plus(final.reception);
  return `<h2 class="apart">第三部分 ${year}年度部门决算情况说明</h2>
<h3>一、收入支出决算总体情况说明</h3>
<p>${year}年度收、支总计均为${plain(whole)}万元。与上年度相比，收、支总计各增加${plain(growth)}万元，增长${percent(growth, whole.minus(growth))}。主要原因是人员经费增加。</p>
<h3>二、收入决算情况说明</h3>
<p>${year}年度收入合计${plain(income)}万元，其中：财政拨款收入${plain(sampleTotal('fiscal'))}万元，占${percent(sampleTotal('fiscal'), income)}；事业收入${plain(sampleTotal('business'))}万元，占${percent(sampleTotal('business'), income)}；其他收入${plain(sampleTotal('other'))}万元，占${percent(sampleTotal('other'), income)}。</p>
<h3>三、支出决算情况说明</h3>
<p>${year}年度支出合计${plain(spending)}万元，其中：基本支出${plain(sampleTotal('basic'))}万元，占${percent(sampleTotal('basic'), spending)}；项目支出${plain(sampleTotal('project'))}万元，占${percent(sampleTotal('project'), spending)}。</p>
<h3>四、财政拨款收入支出决算总体情况说明</h3>
<p>${year}年度财政拨款收、支总计均为${plain(fiscalWhole)}万元，年末财政拨款结转和结余${plain(fiscalEnd)}万元。</p>
<h3>五、一般公共预算财政拨款支出决算情况说明</h3>
<p>${year}年度一般公共预算财政拨款支出${plain(fiscal)}万元，占本年支出合计的${percent(fiscal, spending)}。</p>
<p>${year}年度一般公共预算财政拨款支出${plain(fiscal)}万元，主要用于以下方面：${parts.join('；')}。</p>
<h3>六、财政拨款“三公”经费支出决算情况说明</h3>
<p>${year}年度“三公”经费财政拨款支出预算为${plain(budgetSum)}万元，支出决算为${plain(finalSum)}万元，完成预算的${percent(finalSum, budgetSum)}。其中：公务用车运行维护费支出决算为${plain(final.running)}万元，完成预算的${percent(final.running, budget.running)}；公务接待费支出决算为${plain(final.reception)}万元，完成预算的${percent(final.reception, budget.reception)}。</p>`;
}

/** Says something else in place of a part of the text, which must be there once. */
function said(text: string, right: string, wrong: string): string {
  if (text.split(right).length !== 2) throw new Error(`${right} is not in the text once`);
  return text.replace(right, wrong);
}

/** The text part with a slip of each kind: an amount that is not its table's, a comparison the wrong way round, more people than posts. */
function narrativeWithSlips(): string {
  const share = percent(receptions.final.reception, receptions.budget.reception);
  const wrongAmount = said(narrative(), `项目支出${plain(sampleTotal('project'))}万元`, '项目支出313.75万元');
  return `${said(wrongAmount, `完成预算的${share}。`, `完成预算的${share}，决算数大于预算数的主要原因是厉行节约。`)}
<h3>七、机构人员情况</h3>
<p>${publisher}编制50人，实有52人。</p>`;
}

const attachments = `<div class="attachments"><p>附件：</p><ul>
<li><a href="disclosure.pdf">${publisher}${year}年度部门决算.pdf</a></li>
<li><a href="tables.xlsx">${publisher}${year}年度部门决算表.xlsx</a></li>
</ul></div>`;

/** The page with the accounts. */
export function disclosurePage(forms: readonly SampleForm[]): string {
  return accountsPage(forms, narrative());
}

/** The page with the accounts in which every verdict is to be seen, in tables and in the text. */
export function everyVerdictPage(forms: readonly SampleForm[]): string {
  return accountsPage(forms, narrativeWithSlips());
}

function accountsPage(forms: readonly SampleForm[], text: string): string {
  const contents = forms
    .map((form, index) => `<p>${['一', '二', '三', '四', '五', '六'][index] ?? ''}、${form.title}</p>`)
    .join('\n');
  return page(
    `${publisher}${year}年度部门决算`,
    `<p>根据部门决算公开工作要求，现将${publisher}${year}年度部门决算公开如下。</p>
<h2>第一部分 部门概况</h2>
<p>${publisher}负责全市政务服务大厅的运行管理，组织协调进驻部门的审批服务事项。部门决算包括中心本级和一家所属事业单位。</p>
<h2>第二部分 ${year}年度部门决算表</h2>
${contents}
${forms.map(formHtml).join('\n')}
${text}
${attachments}`,
  );
}

/** A page with the forms of a department and, below, those of the unit itself: nothing between the two sets must be compared. */
export function twoSetsPage(department: readonly SampleForm[], unit: readonly SampleForm[]): string {
  const own = unit.map(formHtml).join('\n').replaceAll(`部门：${publisher}`, `部门：${publisher}（本级）`);
  return page(
    `${publisher}${year}年度部门决算`,
    `<h2>一、${year}年度部门决算表</h2>\n${department.map(formHtml).join('\n')}\n<h2>二、${year}年度单位决算表</h2>\n${own}`,
  );
}

/** A page with two forms that hold no data. */
export function emptyPage(forms: readonly SampleForm[]): string {
  return page(
    `${publisher}${year}年度部门决算（部分表格）`,
    `<p>以下两张表为空表，现予公开。</p>\n${forms.map(formHtml).join('\n')}`,
  );
}

/** The accounts in words only. */
export function noTablesPage(): string {
  return page(
    `${publisher}${year}年度部门决算情况说明`,
    `<p>部门决算表另行公布，以下仅为文字说明。</p>\n${narrative()}\n${attachments}`,
  );
}

/** News with a table that is nobody's account. */
export function ordinaryPage(): string {
  const rows = [
    ['综合窗口', '1,284', '1,269', '98.8%'],
    ['不动产登记', '763', '741', '97.1%'],
    ['社会保险', '1,052', '1,052', '100%'],
    ['公积金', '418', '409', '97.8%'],
    ['合计', '3,517', '3,470', '98.7%'],
  ];
  return page(
    '市政务服务大厅前三季度办件情况',
    `<p>今年前三季度，市政务服务大厅运行平稳。各窗口受理和办结情况见下表。</p>
<table>
<caption>各窗口办件情况<small><span>单位：件</span></small></caption>
<thead><tr><th>窗口</th><th>受理</th><th>办结</th><th>办结率</th></tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table>
<p>下一步，中心将继续优化窗口设置，延长周末服务时间，并于11月底前完成自助服务区改造。</p>`,
  );
}

/** The accounts as an embedded PDF. */
export function embeddedPage(): string {
  return page(
    `${publisher}${year}年度部门决算公开`,
    `<p>${publisher}${year}年度部门决算全文如下。</p>
<embed src="disclosure.pdf" type="application/pdf" width="100%" height="700">`,
  );
}

/** The accounts in attachments of every kind. The link beside the article is the site's own. */
export function attachmentsPage(): string {
  const links = [
    ['disclosure.pdf', `附件1：${publisher}${year}年度部门决算.pdf`],
    ['scanned.pdf', `附件2：${publisher}${year}年度部门决算（扫描件）.pdf`],
    ['encrypted.pdf', `附件3：${publisher}所属单位${year}年度决算.pdf`],
    ['webpage.pdf', '附件4：绩效自评报告.pdf'],
    ['tables.xlsx', `附件5：${publisher}${year}年度部门决算表.xlsx`],
    ['notes.doc', '附件6：名词解释.doc'],
    ['all.zip', '全部附件打包下载'],
  ];
  const article = `<p>根据部门决算公开工作要求，现将${publisher}${year}年度部门决算予以公开，详见附件。</p>
<div class="attachments"><ul>
${links.map(([address, name]) => `<li><a href="${address ?? ''}">${name ?? ''}</a></li>`).join('\n')}
</ul></div>`;
  return page(`${publisher}${year}年度部门决算公开`, article).replace(
    '</ul></aside>',
    '<li><a href="guide.pdf">网站使用指南.pdf</a></li></ul></aside>',
  );
}

/** The accounts in a frame of the same site. */
export function framedPage(): string {
  return page(
    `${publisher}${year}年度部门决算公开`,
    `<p>${publisher}${year}年度部门决算全文如下。</p>
<iframe src="disclosure.html" title="部门决算" style="width: 100%; height: 700px; border: 1px solid #ddd"></iframe>`,
  );
}

/** What some servers answer for a PDF that has gone. */
export function missingPage(): string {
  return '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>页面不存在</title></head>\n<body><h1>404</h1><p>您访问的文件不存在或已被删除。</p></body></html>\n';
}
