/** The six sections of the form, in both editions, and what organs call them. */

/** The six sections of the form, in order. */
export const SECTION_IDS = ['overview', 'proactiveDisclosure', 'requests', 'reviewAndLitigation', 'problemsAndImprovements', 'otherMatters'] as const;
export type SectionId = (typeof SECTION_IDS)[number];

interface SectionTitle {
  readonly id: SectionId;
  readonly title: string;
  /** Wordings that serious organs print; not the form's own, but nobody is misled. */
  readonly variants: readonly string[];
  /** What a misspelt title must still say to be taken for this one. */
  readonly gist: RegExp;
}

/** What joins the two remedies where a title names both; a point is left out of every comparison, and may be missing. */
const JOINTS = ['、', '和', '及', '与'] as const;
/** Article 50's own words for section 四 and what organs make of them. */
const remedyTitles = (own: string, second: string): string[] => JOINTS.flatMap((joint) => [`${own}行政复议${joint}${second}行政诉讼情况`, `${own}行政复议${joint}${second}行政诉讼的情况`]);

/** The same six titles in both editions; source: 国办公开办函〔2021〕30号, 〔2019〕60号; variants from published reports. */
export const SECTION_TITLES: readonly SectionTitle[] = [
  { id: 'overview', title: '总体情况', variants: ['总体概况', '总体公开情况', '总体工作情况', '工作总体情况', '政府信息公开总体情况', '政府信息公开工作总体情况', '政务公开总体情况', '政务公开工作总体情况'], gist: /总体|总情况|体情况/ },
  {
    id: 'proactiveDisclosure',
    title: '主动公开政府信息情况',
    variants: ['行政机关主动公开政府信息情况', '行政机关主动公开政府信息的情况', '主动公开政府信息的情况', '主动公开政府信息工作情况', '政府信息主动公开情况'],
    gist: /主动|公开政府信息情况/,
  },
  {
    id: 'requests',
    title: '收到和处理政府信息公开申请情况',
    variants: ['行政机关收到和处理政府信息公开申请情况', '行政机关收到和处理政府信息公开申请的情况', '收到和处理政府信息公开申请的情况'],
    gist: /收到|处理.*申请/,
  },
  {
    id: 'reviewAndLitigation',
    title: '政府信息公开行政复议、行政诉讼情况',
    variants: [
      ...['因政府信息公开工作被申请', '因政府信息公开被申请', '因政府信息公开申请', '政府信息公开工作被申请', '政府信息公开被申请'].flatMap((own) => remedyTitles(own, '提起')),
      ...remedyTitles('', ''),
      ...remedyTitles('政府信息公开', '').filter((title) => title !== '政府信息公开行政复议、行政诉讼情况'),
    ],
    gist: /复议|诉讼/,
  },
  {
    id: 'problemsAndImprovements',
    title: '存在的主要问题及改进情况',
    variants: [
      '政府信息公开工作存在的主要问题及改进情况',
      '政府信息公开工作中存在的主要问题及改进情况',
      '政府信息公开存在的主要问题及改进情况',
      '工作中存在的主要问题及改进情况',
      '存在的主要问题及下一步改进情况',
      '工作存在的主要问题及改进情况',
      '存在的主要问题及整改措施',
      ...['存在问题', '存在的问题', '存在的主要问题'].flatMap((problems) => ['及改进情况', '及改进措施', '和改进情况', '和改进措施', '及下一步工作打算', '及下步工作打算', '及下一步打算'].map((improvements) => problems + improvements)).filter((title) => title !== '存在的主要问题及改进情况'),
    ],
    gist: /问题|改进|整改/,
  },
  { id: 'otherMatters', title: '其他需要报告的事项', variants: ['其他事项', '需要报告的其他事项', '其他需要报告事项', '其他需报告事项', '其他需报告的事项', '其他需要报告的事项说明'], gist: /报告|其他需要/ },
];

/** 1–6. */
export function sectionOrdinal(id: SectionId): number {
  return SECTION_IDS.indexOf(id) + 1;
}

export function sectionTitle(id: SectionId): string {
  return SECTION_TITLES[sectionOrdinal(id) - 1]!.title;
}
