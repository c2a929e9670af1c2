/**
 * The page of the preview in a real browser: its own script, under its own content policy, told what the server would tell.
 * Run by `npm test -- preview`, which sees to the browser; pictures of what was drawn go to test/e2e/out.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import type { FromPage, PageState, ToPage } from '../../client/src/preview/messages';
import { shellPage } from '../../client/src/preview/shell';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { rangesIn } from '../../server/src/cli/positions';
import { type Preview, previewOf } from '../../server/src/features/preview';
import { Neighbourhood } from '../../server/src/model/report/neighbours';
import { reportsOf } from '../../server/src/model/report/reports';
import { summariesOf } from '../../server/src/model/report/summary';
import { segment } from '../../server/src/syntax/segment';
import { page as pageOf } from '../../server/src/view/page';
import { launchBrowser } from '../host/browser.mjs';
import { reportText } from '../support/reports';
import { THEMES } from './themes';

const ROOT = join(__dirname, '../..');
const PICTURES = join(ROOT, 'test/e2e/out');
const ORIGIN = 'http://preview.test';
const SAMPLE = readFileSync(join(ROOT, 'test/fixtures/sample.ogi'), 'utf8');
const UNREADABLE = '四、政府信息公开行政复议、行政诉讼情况\n行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计\n结果维持结果纠正其他结果尚未审结总计\n';

/** What the page finds in place of VS Code. */
interface StandIn {
  readonly sent: FromPage[];
  state: PageState | undefined;
  readonly violations: string[];
}

declare global {
  var standIn: StandIn;
}

let browser: Awaited<ReturnType<typeof launchBrowser>>;
let page: Page;
const requests: string[] = [];
const errors: string[] = [];

before(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await launchBrowser({ width: 900, height: 900 });
  ({ page } = browser);
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  // The runner gives functions their names by this; those that are handed to the page would miss it there.
  await page.addInitScript('globalThis.__name = (value) => value;');
  const shell = shellPage({ scriptUri: `${ORIGIN}/preview.js`, nonce: 'abc', documentUri: 'file:///a"<b>.ogi', locale: 'zh-cn', title: '预览 <b>', words: { export: '另存为网页…', waiting: '正在等待…', nothing: '没有报告。' } });
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    requests.push(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: shell });
    if (pathname === '/preview.js') return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: readFileSync(join(ROOT, 'dist/preview.js')) });
    return route.abort();
  });
  await page.addInitScript(() => {
    const kept = sessionStorage.getItem('state');
    globalThis.standIn = { sent: [], state: kept ? (JSON.parse(kept) as PageState) : undefined, violations: [] };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => globalThis.standIn.violations.push(violatedDirective));
    const host = {
      postMessage: (message: FromPage) => globalThis.standIn.sent.push(message),
      getState: () => globalThis.standIn.state,
      setState: (state: PageState) => sessionStorage.setItem('state', JSON.stringify((globalThis.standIn.state = state))),
    };
    Object.assign(globalThis, { acquireVsCodeApi: () => host });
  });
});

afterEach(() => assert.deepEqual(errors.splice(0), [], 'the page threw'));
after(() => browser.close());

function previewFrom(text: string, lastYear?: string): Preview {
  const neighbourhood = new Neighbourhood();
  if (lastYear) neighbourhood.set('去年.txt', summariesOf(reportsOf(segment(lastYear), 'auto'), '去年.txt', rangesIn(lastYear)));
  return previewOf(analyse(text, DEFAULT_SETTINGS, undefined, { file: 'own.ogi', neighbourhood }), 0)!;
}

const tell = (message: ToPage): Promise<void> => page.evaluate((data) => window.postMessage(data, '*'), message);

async function open(preview: Preview): Promise<void> {
  await page.goto(`${ORIGIN}/`);
  await tell({ type: 'report', preview });
  await page.locator('h1').waitFor();
}

const sent = (): Promise<FromPage[]> => page.evaluate(() => globalThis.standIn.sent);
const cell = (key: string) => page.locator(`[data-value="${key}"]`);
const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('data-value') ?? null);
const currentKey = (): Promise<string | null> => page.evaluate(() => document.querySelector('[aria-current="location"]')?.getAttribute('data-value') ?? null);

describe('the page of the preview', () => {
  test('says that it waits, then draws the tables as the form has them', async () => {
    await page.goto(`${ORIGIN}/`);
    assert.equal(await page.locator('.none').innerText(), '正在等待…');
    assert.deepEqual(await sent(), [{ type: 'ready' }]);
    await tell({ type: 'report', preview: previewFrom(SAMPLE) });
    const requestTable = page.getByRole('grid', { name: '表三（收到和处理政府信息公开申请情况）' });
    assert.equal(await requestTable.locator('tr').count(), 3 + 25);
    const merged = await requestTable.locator('thead td, thead th').evaluateAll((cells) => cells.map((one) => `${(one as HTMLTableCellElement).colSpan}×${(one as HTMLTableCellElement).rowSpan} ${one.textContent?.slice(0, 4)}`));
    assert.deepEqual(merged, ['3×3 （本列数', '7×1 申请人情', '1×2 自然人', '5×1 法人或其', '1×2 总计', '1×1 商业企业', '1×1 科研机构', '1×1 社会公益', '1×1 法律服务', '1×1 其他']);
    assert.equal(await page.locator('td.value').count(), 10 + 175 + 15);
  });

  test('marks the broken cell with a sign and with what would be right', async () => {
    await open(previewFrom(SAMPLE));
    assert.equal(await page.locator('td.certain').count(), 1);
    assert.equal((await cell('processedTotal/naturalPerson').innerText()).replace(/\s+/g, ' '), '✗19 应为 18');
    assert.equal(await page.locator('td.certain .mark').getAttribute('aria-label'), '数错了');
  });

  test('loads its own script and nothing else, and breaks no rule of its content policy', async () => {
    requests.length = 0;
    await open(previewFrom(SAMPLE));
    assert.deepEqual(requests, [`${ORIGIN}/`, `${ORIGIN}/preview.js`]);
    assert.deepEqual(await page.evaluate(() => globalThis.standIn.violations), []);
    const refused = await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = "run"' }));
      return document.title;
    });
    assert.notEqual(refused, 'run');
  });

  test('shows what a report says as text, whatever it says', async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    await open(previewFrom(reportText({ agency: `云溪县${hostile}水利局` }).replace('网站运行平稳。', hostile)));
    assert.equal(await page.locator('img, script:not([nonce])').count(), 0);
    assert.equal(await page.title(), '预览 <b>');
    assert.ok((await page.locator('main').innerText()).includes(hostile));
  });

  test('a click on a cell, a heading or a finding leads to its place', async () => {
    await open(previewFrom(SAMPLE));
    await cell('processedTotal/naturalPerson').click();
    await page.locator('h2 button', { hasText: '四、' }).click();
    await page.locator('.findings button').first().click();
    const places = (await sent()).flatMap((message) => (message.type === 'reveal' ? [SAMPLE.slice(message.start, message.end)] : []));
    assert.deepEqual(places, ['19', '四、政府信息公开行政复议、行政诉讼情况', '⾏⽂']);
    await page.locator('button.export').click();
    assert.deepEqual((await sent()).at(-1), { type: 'export' });
  });

  test('the cursor of the text is shown on the page', async () => {
    await open(previewFrom(SAMPLE));
    const at = (words: string): Promise<void> => tell({ type: 'cursor', offset: SAMPLE.indexOf(words) });
    await at('19 | 5 | 1');
    await page.locator('[aria-current]').waitFor();
    assert.equal(await currentKey(), 'processedTotal/naturalPerson');
    await at('编印答复文书范例');
    await page.waitForFunction(() => document.querySelector('[aria-current]')?.textContent?.includes('编印答复文书范例'));
    assert.equal(await page.locator('[aria-current]').count(), 1);
  });

  test('keys: one stop a table, arrows from cell to cell over merged ones, Enter to the text', async () => {
    await open(previewFrom(SAMPLE));
    assert.equal(await page.locator('td.value[tabindex="0"]').count(), 3);
    await cell('rules/issued').focus();
    const path: (string | null)[] = [];
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowLeft', 'End', 'ArrowRight', 'Home']) {
      await page.keyboard.press(key);
      path.push(await focused());
    }
    assert.deepEqual(path, ['rules/repealed', 'normativeDocuments/repealed', 'licensing/decisions', 'penalties/decisions', 'licensing/decisions', 'normativeDocuments/repealed', 'normativeDocuments/issued', 'normativeDocuments/inForce', 'normativeDocuments/inForce', 'normativeDocuments/issued']);
    await page.keyboard.press('Enter');
    const last = (await sent()).at(-1)!;
    assert.ok(last.type === 'reveal');
    assert.equal(SAMPLE.slice(last.start, last.end), '2');
    assert.equal(await page.locator('table.proactiveDisclosure td.value[tabindex="0"]').count(), 1);
  });

  test('while the text is typed focus and scroll stay, and only what changed is drawn and told', async () => {
    await open(previewFrom(SAMPLE));
    await cell('carriedOut/total').focus();
    await page.evaluate(() => {
      Object.assign(document.querySelector('[data-value="carriedOut/total"]')!, { isSame: true });
      Object.assign(globalThis, { told: 0 });
      new MutationObserver(() => Object.assign(globalThis, { told: (globalThis as unknown as { told: number }).told + 1 })).observe(document.querySelector('[role="status"]')!, { childList: true, characterData: true, subtree: true });
    });
    const top = (): Promise<number> => page.evaluate(() => Math.round(document.activeElement!.getBoundingClientRect().top));
    const before = await top();
    const told = (): Promise<number> => page.evaluate(() => (globalThis as unknown as { told: number }).told);
    await tell({ type: 'report', preview: previewFrom(SAMPLE.replace('网站', '门户网站')) });
    assert.equal(await told(), 0, 'nothing new about the tables');
    await tell({ type: 'report', preview: previewFrom(SAMPLE.replace('| 19 |', '| 18 |')) });
    await page.locator('td.certain').waitFor({ state: 'detached' });
    assert.ok((await told()) > 0, 'the tables add up now');
    assert.match((await page.getByRole('status').textContent())!, /表三 ✓✓ 勾稽平衡（39 项）/);
    assert.equal(await focused(), 'carriedOut/total');
    assert.ok(await page.evaluate(() => 'isSame' in document.activeElement!));
    assert.ok(Math.abs((await top()) - before) < 30, 'the cell stays where it was on the screen, save for the line that went from its table');
  });

  test('comes back where it was', async () => {
    await open(previewFrom(SAMPLE));
    await page.evaluate(() => window.scrollTo(0, 900));
    await page.waitForFunction(() => globalThis.standIn.state?.scroll === 900);
    await page.reload();
    await tell({ type: 'report', preview: previewFrom(SAMPLE) });
    await page.waitForFunction(() => window.scrollY === 900);
    assert.equal((await page.evaluate(() => globalThis.standIn.state))?.uri, 'file:///a"<b>.ogi');
  });

  test('says that a table can’t be read, and that there is no report', async () => {
    await open(previewFrom(UNREADABLE));
    assert.match(await page.locator('.no-table.unreadable').innerText(), /^这张表读不准/);
    await page.screenshot({ path: join(PICTURES, 'preview-unreadable.png') });
    await tell({ type: 'nothing' });
    await page.getByText('没有报告。').waitFor();
  });

  test('shows last year beside this one', async () => {
    const numbers = (more: number) => (row: { readonly id: string }, column: { readonly id: string }): string => (['received', 'processedTotal', 'granted'].includes(row.id) && ['naturalPerson', 'total'].includes(column.id) ? String(12 + more) : row.id === 'normativeDocuments' && column.id === 'inForce' ? String(4 + more) : '0');
    await open(previewFrom(reportText({ cell: numbers(3) }), reportText({ year: 2023, cell: numbers(0) })));
    const rows = page.locator('.figures tbody tr');
    const received = rows.filter({ hasText: '本年新收申请' });
    assert.deepEqual(await received.locator('td').allInnerTexts(), ['15', '12', '+3（+25%）', '']);
    assert.deepEqual(await received.locator('rect').evaluateAll((bars) => bars.map((bar) => bar.getAttribute('width'))), ['80', '64']);
    await page.locator('.comparison').screenshot({ path: join(PICTURES, 'preview-last-year.png') });
  });
});

describe('in every theme', () => {
  const FAULTY = SAMPLE.replace('规章 | 0 | 0 | 0 |', '规章 | / | 若干 | 0 |').replace('2 | 0 | 1 | 0 | 3 | 1 |', '2 | 0 | 1 | 0 | 4 | 1 |');

  for (const [name, theme] of Object.entries(THEMES)) {
    test(`${name}: nothing that a screen reader or weak eyes could not read`, async () => {
      await open(previewFrom(FAULTY, SAMPLE.replaceAll('2024', '2023')));
      await page.evaluate(({ variables, className }) => {
        document.body.className = className;
        for (const [variable, value] of Object.entries(variables)) document.documentElement.style.setProperty(variable, value);
      }, theme);
      await page.screenshot({ path: join(PICTURES, `preview-${name}.png`), fullPage: true });
      await page.evaluate(readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8'));
      const { violations, passes } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)} ${nodes[0]!.failureSummary}`), []);
      assert.ok(passes.some(({ id }) => id === 'color-contrast') && passes.some(({ id }) => id === 'td-headers-attr'));
    });
  }

  test('the form of 2019', async () => {
    await open(previewFrom(reportText({ year: 2020, edition: '2019', cell: () => '0' })));
    await page.screenshot({ path: join(PICTURES, 'preview-2019.png'), fullPage: true });
    assert.equal(await page.locator('td.value').count(), 22 + 161 + 15);
  });

  test('a page that was saved prints on A4, and runs no script', async () => {
    await page.route('**/saved.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageOf(previewFrom(FAULTY)) }));
    await page.goto(`${ORIGIN}/saved.html`);
    assert.equal(await page.locator('td.value').count(), 10 + 175 + 15);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 690, height: 900 });
    assert.ok(await page.evaluate(() => [...document.querySelectorAll('table')].every((table) => table.getBoundingClientRect().right <= innerWidth)), 'no table is wider than the paper');
    await page.screenshot({ path: join(PICTURES, 'preview-print.png'), fullPage: true });
    await page.pdf({ path: join(PICTURES, 'preview-print.pdf'), preferCSSPageSize: true });
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 900, height: 900 });
  });
});
