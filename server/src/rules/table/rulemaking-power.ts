import { smallPlace } from '../../model/report/agencyNames';
import { shift } from '../../text/span';
import type { ReportRule } from '../rule';
import { wholeTable } from '../tableExamples';
import { written } from '../tableWords';

const title = (agency: string): string => `${agency}2024年政府信息公开工作年度报告\n\n`;

export const tableRulemakingPower: ReportRule = {
  id: 'table/rulemaking-power',
  scope: 'report',
  severity: 'hint',
  since: '1.0.0',
  messages: {
    default: { zh: '“规章”填 {text}，而{agency}没有规章制定权；内部规章制度和规范性文件不计入这一行。', en: '“规章” is {text}, but {agency} can’t make rules; internal regulations and normative documents do not count here.' },
  },
  docs: {
    title: { zh: '不能制定规章的机关填了规章', en: 'Rules of an office that can’t make any' },
    what: {
      zh: '表二“规章”一行不为 0，而报告的机关是乡镇、街道，或者县、市辖区及其部门。只有名称能确定是这一级时才提示；不设区的市、开发区等不提示。',
      en: 'The row 规章 of table 二 is not 0 though the report is that of a township or street, or of a county, a district or one of their departments. Hinted at only where the name leaves no doubt of that; not for cities, development zones and the like.',
    },
    why: {
      zh: '依照立法法，规章由国务院部门和省、自治区、直辖市、设区的市、自治州的人民政府制定；县、乡填报的多是内部规章制度，应改为 0。',
      en: 'By the Legislation Law rules are made by departments of the State Council and by the governments of provinces, cities with districts and autonomous prefectures. What counties and townships enter are mostly internal regulations; the number is then 0.',
    },
    ignore: { zh: '上级要求填报由本机关起草、以上级名义发布的规章时可以忽略。', en: 'Leave it where rules that the office drafted for its superior are to be counted.' },
    law: [{ title: '中华人民共和国立法法', article: '第九十一条、第九十三条' }],
    examples: [
      {
        bad: `${title('云溪县青山镇人民政府')}${wholeTable('proactiveDisclosure', { rules: '0 | 0 | ⟦6⟧' })}`,
        good: `${title('云溪县青山镇人民政府')}${wholeTable('proactiveDisclosure')}`,
      },
    ],
  },
  *check({ agency, tables }) {
    const found = tables.find(({ id }) => id === 'proactiveDisclosure');
    if (agency === undefined || !found || found.table.unreadable || smallPlace(agency) === undefined) return;
    const cells = (found.table.row('rules')?.cells ?? []).filter(({ value }) => value !== null && value > 0);
    const [first, ...others] = cells;
    if (!first) return;
    yield {
      span: shift(first.syntax.span, found.start),
      args: { agency, text: written(found.table, first) },
      related: others.map((cell) => ({ span: shift(cell.syntax.span, found.start), message: { zh: '这里也不为 0', en: 'Not 0 either' } })),
    };
  },
};
