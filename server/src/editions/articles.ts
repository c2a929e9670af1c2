/**
 * What the articles of the 政府信息公开条例 that reports and the form refer to are about, in a few words of our own; the law's
 * own text is not repeated here. Source: the regulation as revised by 国令第711号, in force since 2019-05-15.
 */
import type { Text } from '../text/span';

export const ARTICLES: ReadonlyMap<number, Text> = new Map([
  [13, { zh: '以公开为原则；公开分主动公开和依申请公开两种方式', en: 'information is disclosed unless articles 14 to 16 say otherwise, by itself or on request' }],
  [14, { zh: '不予公开：国家秘密；法律、行政法规禁止公开的；公开后可能危及国家安全、公共安全、经济安全、社会稳定的', en: 'not disclosed: state secrets, what a law or an administrative regulation forbids, what may endanger national, public or economic security or social stability' }],
  [15, { zh: '涉及商业秘密、个人隐私等第三方合法权益的信息', en: 'trade secrets, privacy and other rights of third parties' }],
  [16, { zh: '可以不予公开：内部事务信息（第一款），过程性信息和行政执法案卷信息（第二款）', en: 'may be withheld: internal affairs (paragraph 1), deliberations and files of enforcement (paragraph 2)' }],
  [19, { zh: '应当主动公开的信息：涉及公众利益调整、需要公众广泛知晓或者参与决策的', en: 'what is to be disclosed without being asked for: what concerns the public, or needs its knowledge or participation' }],
  [20, { zh: '行政机关主动公开的信息范围，共十五项；表二所列为第（一）、（五）、（六）、（八）项，2019 年格式另有第（九）项', en: 'fifteen kinds of information that agencies disclose by themselves; table 二 takes up items 1, 5, 6 and 8, the form of 2019 also item 9' }],
  [21, { zh: '市、县、乡人民政府还应当结合本地方情况主动公开的信息', en: 'what governments of cities, counties and townships disclose besides' }],
  [26, { zh: '主动公开的时限：信息形成或者变更之日起 20 个工作日内', en: 'disclosure within 20 working days' }],
  [27, { zh: '可以向哪些机关申请获取政府信息', en: 'whom requests may be made to' }],
  [29, { zh: '申请的形式，以及申请应当包括的内容', en: 'the form of a request, and what it contains' }],
  [30, { zh: '申请内容不明确的补正；无正当理由逾期不补正，视为放弃申请', en: 'correction of unclear requests; overdue without good reason, the request is treated as abandoned' }],
  [31, { zh: '收到申请之日如何确定', en: 'which day counts as that of receipt' }],
  [32, { zh: '征求第三方意见', en: 'asking third parties' }],
  [33, { zh: '答复期限：20 个工作日，可以延长，延长最长 20 个工作日', en: 'answers within 20 working days, which may be extended by up to 20' }],
  [35, { zh: '申请数量、频次明显超过合理范围的处理', en: 'requests whose number or frequency is clearly beyond reason' }],
  [36, { zh: '对申请的各种答复，共七项：已公开、可以公开、不予公开、不存在、不属于本机关、重复申请、另有规定', en: 'seven kinds of answers: disclosed already, can be disclosed, withheld, not existing, another agency’s, repeated, under rules of its own' }],
  [37, { zh: '能够区分处理的，提供可以公开的部分', en: 'what can be separated is provided in part' }],
  [38, { zh: '提供的是已制作或者获取的信息；需要加工、分析的可以不提供', en: 'information that exists; what would have to be made need not be provided' }],
  [39, { zh: '以申请形式进行信访、投诉、举报的（第一款），要求提供公开出版物的（第二款）', en: 'petitions, complaints and reports in the form of requests (paragraph 1), publications (paragraph 2)' }],
  [42, { zh: '依申请提供信息不收费；数量、频次明显超过合理范围的，可以收取信息处理费', en: 'no charge for information; a processing fee where number or frequency is clearly beyond reason' }],
  [46, { zh: '工作考核、社会评议、责任追究制度', en: 'assessment, public review, accountability' }],
  [47, { zh: '主管部门的监督检查，以及对未按要求开展工作的处理', en: 'supervision, and what follows where the work is not done' }],
  [49, { zh: '年度报告的时间：县级以上人民政府部门 1 月 31 日前，县级以上地方人民政府 3 月 31 日前公布', en: 'when annual reports are due: departments by 31 January, local governments by 31 March' }],
  [50, { zh: '年度报告应当包括的内容，共五项；统一格式由全国主管部门公布', en: 'the five things an annual report contains; the national authority publishes its form' }],
  [51, { zh: '对侵犯合法权益的投诉、举报，以及行政复议、行政诉讼', en: 'complaints, reconsideration and litigation' }],
  [53, { zh: '违反条例的责任', en: 'liability' }],
  [54, { zh: '法律、法规授权的组织适用本条例', en: 'organisations that laws authorise' }],
]);
