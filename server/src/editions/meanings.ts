/** What the sections and the captions of the form are about, by the regulation; the rows say it themselves. */
import type { SectionId } from '../syntax/sections';
import type { Text } from '../text/span';
import { article, FORM_2021 } from './law';
import type { EditionId, LawRef } from './types';

export interface Meaning {
  readonly text: Text;
  readonly law?: LawRef;
}

/** What stands in a section; article 50 names it, and the form of 2021 what the first one tells of. */
export function sectionMeaning(id: SectionId, edition: EditionId): Meaning {
  if (id !== 'overview') return SECTIONS[id];
  if (edition === '2019') return { text: { zh: '本机关执行条例的总体情况', en: 'how the agency put the regulation into practice, in short' } };
  return {
    text: {
      zh: '本机关执行条例的总体情况，主要是主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障',
      en: 'how the agency put the regulation into practice: disclosure, requests, management of information, platforms, supervision',
    },
    law: FORM_2021,
  };
}

const SECTIONS: Readonly<Record<Exclude<SectionId, 'overview'>, Meaning>> = {
  proactiveDisclosure: { text: { zh: '主动公开政府信息的情况', en: 'information disclosed without being asked for' }, law: article('50（一）') },
  requests: { text: { zh: '收到和处理政府信息公开申请的情况', en: 'requests received and how they were dealt with' }, law: article('50（二）') },
  reviewAndLitigation: { text: { zh: '因政府信息公开工作被申请行政复议、提起行政诉讼的情况', en: 'reconsideration and litigation about disclosure' }, law: article('50（三）') },
  problemsAndImprovements: {
    text: { zh: '存在的主要问题及改进情况；各级人民政府的报告还包括工作考核、社会评议和责任追究结果', en: 'main problems and what is done about them; reports of governments also tell of assessment, public review and accountability' },
    law: article('50（四）'),
  },
  otherMatters: { text: { zh: '其他需要报告的事项', en: 'anything else that has to be reported' }, law: article('50（五）') },
};

/** What the captions of 表二 stand for. */
export const CAPTION_MEANINGS: Readonly<Record<string, Meaning>> = {
  '第二十条第（一）项': { text: { zh: '行政法规、规章和规范性文件', en: 'administrative regulations, rules and normative documents' }, law: article('20（一）') },
  '第二十条第（五）项': { text: { zh: '行政许可和其他对外管理服务事项的依据、条件、程序、办理结果', en: 'licensing and other services to the public: basis, conditions, procedure, outcome' }, law: article('20（五）') },
  '第二十条第（六）项': { text: { zh: '行政处罚、行政强制的依据、条件、程序，以及有一定社会影响的处罚决定', en: 'penalties and coercive measures: basis, conditions, procedure, and penalties of public concern' }, law: article('20（六）') },
  '第二十条第（八）项': { text: { zh: '行政事业性收费项目及其依据、标准', en: 'administrative fees, their basis and rates' }, law: article('20（八）') },
  '第二十条第（九）项': { text: { zh: '政府集中采购项目的目录、标准及实施情况', en: 'centralised procurement: catalogue, standards, implementation' }, law: article('20（九）') },
};
