import type { Language } from '../shared/locale/messages.ts';

/** What the first page says. */
export interface WelcomeWords {
  readonly title: string;
  readonly lead: string;
  readonly sample: string;
  readonly sampleNote: string;
  readonly does: string;
  readonly doesSteps: readonly (readonly [string, string])[];
  readonly verdicts: string;
  readonly verdictNotes: readonly (readonly ['inconsistent' | 'rounding' | 'notice', string, string])[];
  readonly verdictsEnd: string;
  readonly where: string;
  readonly whereNotes: readonly string[];
  readonly private: string;
  readonly privateNotes: readonly string[];
  readonly settings: string;
  readonly rules: string;
}

const zh: WelcomeWords = {
  title: '对得上',
  lead: '打开公开的部门决算或预算，它替你把能核对的数都核对一遍，在对不上的数字旁边做标记，用一句话和一个等式说明为什么。',
  sample: '打开样例看看',
  sampleNote: '一份虚构的决算，里面有意留了几处差错。',
  does: '怎么用',
  doesSteps: [
    [
      '打开公开页面',
      '政府网站（gov.cn）上的决算、预算，网页表格和 PDF 都行。工具栏图标上的数字就是不一致的处数，✓ 表示几乎全部核对过，都对得上；· 表示只核对了一部分，那部分对得上。',
    ],
    ['点工具栏图标', '页面上标出对不上的数。鼠标移上去或按回车，看等式，跳到等式里的每一个数。'],
    ['自己判断', '可以复制这一条去问公开的单位，也可以忽略。导出全部结果也在这里。'],
  ],
  verdicts: '结论',
  verdictNotes: [
    ['inconsistent', '不一致', '四舍五入也解释不了的矛盾。'],
    ['rounding', '尾差', '四舍五入能解释的差额，默认不标。'],
    ['notice', '提示', '编码、年度、单位等规范性问题。'],
  ],
  verdictsEnd: '没能核对的数也会说明有多少、为什么。数字对不上不等于有问题，可能只是录入或转换时的差错。',
  where: '在哪里能用',
  whereNotes: [
    'gov.cn 的网站：打开就核对。不想自动核对，可以在设置里关掉。',
    '其他网站：点工具栏图标核对当前页；常去的网站可以在设置里添加。',
    '本机的 PDF：点下面的“核对本机文件”（弹窗和图标的右键菜单里也有），选中或拖进去。扫描件没有文字，会说明无法核对，不猜。',
  ],
  private: '不离开你的电脑',
  privateNotes: ['一切都在本机完成：没有账号，没有统计，没有服务器。', '除了下载你要看的文件，不发出任何请求。'],
  settings: '打开设置',
  rules: '看看核对哪些规则',
};

const en: WelcomeWords = {
  title: 'Tieout',
  lead: 'Open published Chinese government accounts or budgets: it checks every figure that can be checked, marks those that do not agree, and says why in one sentence and one equation.',
  sample: 'Open a sample',
  sampleNote: 'Made-up accounts in which a few mistakes were left on purpose.',
  does: 'How to use it',
  doesSteps: [
    [
      'Open a disclosure',
      'Accounts and budgets on gov.cn, as tables in a page or as a PDF. The number on the toolbar is that of the inconsistencies; ✓ means that nearly all were checked and agree; · that a part was checked, and that agrees.',
    ],
    [
      'Click the toolbar button',
      'The page shows which figures do not agree. Point at one or press Enter to see the equation, and go to each figure in it.',
    ],
    ['Judge for yourself', 'Copy a finding to ask the publisher, or ignore it. Everything can be exported.'],
  ],
  verdicts: 'Verdicts',
  verdictNotes: [
    ['inconsistent', 'Inconsistent', 'A contradiction that rounding cannot explain.'],
    ['rounding', 'Rounding', 'A difference that rounding explains; not marked by default.'],
    ['notice', 'Notice', 'Codes, years, units: matters of form.'],
  ],
  verdictsEnd:
    'What could not be checked is counted too, with the reason. A figure that does not tie out is not an accusation: it may be a slip of the keyboard.',
  where: 'Where it works',
  whereNotes: [
    'On gov.cn pages are checked when you open them. The settings can switch that off.',
    'On other sites a click on the toolbar checks the page; sites you visit often can be added in the settings.',
    'PDFs on your disk: “Check a file on this device” below, in the popup or in the toolbar button’s menu; choose a file or drop it there. Scanned pages have no text; it says so and does not guess.',
  ],
  private: 'Nothing leaves your device',
  privateNotes: [
    'Everything happens here: no account, no statistics, no server.',
    'But for fetching the document you look at, it makes no request.',
  ],
  settings: 'Open the settings',
  rules: 'See which rules are checked',
};

/** The words of the first page in every language. */
export const welcomeWords: Readonly<Record<Language, WelcomeWords>> = { zh, en };
