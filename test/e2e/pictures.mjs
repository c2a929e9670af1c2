/**
 * What `docs/features.md` shows, picture by picture: what is opened, what a person does there, and which part of the window is
 * the picture. `npm run screenshots` takes them; a test holds the page against this list.
 */
import { openEditor } from './ui.mjs';

/** @typedef {Awaited<ReturnType<typeof openEditor>>} Editor */

/**
 * @typedef {object} Picture
 * @property {(editor: Editor) => Promise<import('playwright-core').Locator[]>} show  what the picture holds, once it is there
 * @property {Partial<Parameters<typeof openEditor>[0]>} [opening]
 */

const LAST_YEAR = (text) => ({
  '2023.ogi': text
    .replaceAll('2024', '2023')
    .replaceAll('⾏⽂', '行文')
    .replace('| 17 | 5 | 1 | 0 | 2 | 0 | 25 |', '| 15 | 4 | 1 | 0 | 2 | 0 | 22 |')
    .replace('| 8 | 3 | 1 | 0 | 1 | 0 | 13 |', '| 6 | 2 | 1 | 0 | 1 | 0 | 10 |')
    .replace('（七）总计 | 19 | 5 | 1 | 0 | 2 | 0 | 26 |', '（七）总计 | 16 | 4 | 1 | 0 | 2 | 0 | 23 |')
    .replace('行政许可 | 14', '行政许可 | 11')
    .replace('行政处罚 | 3', '行政处罚 | 5'),
});

/** Waits until the title stands above the text: the server has answered. */
const ready = (editor) => editor.page.locator('.breadcrumbs-control', { hasText: '政府信息公开' }).waitFor();

const hover = (editor) => editor.page.locator('.monaco-hover:visible').last();
const suggestions = (editor) => editor.page.locator('.suggest-widget.visible');
const quickInput = (editor) => editor.page.locator('.quick-input-widget');

/** What is offered at the cursor, with what is said of the first. */
async function openSuggestions(editor) {
  await editor.page.keyboard.press('Control+Space');
  await suggestions(editor).locator('.monaco-list-row').first().waitFor();
  const details = editor.page.locator('.suggest-details');
  // The same keys open it and close it, and the list forgets them while it is still being filled.
  for (let i = 0; i < 10 && !(await details.isVisible()); i++) {
    await editor.page.keyboard.press('Control+Space');
    await editor.page.waitForTimeout(800);
  }
  await details.waitFor();
}

/** 表三 as word processors paste it. */
const aCellALine = (text) => text.split('\n').map((line) => (/^[一二三四（\d].* \| \d+ \|$/.test(line) ? line.split('|').filter((cell) => cell.trim()).map((cell) => `\t${cell.trim()}`).join('\n') + '\n' : line)).join('\n');

/** Beside each other the text and the page need room. */
const PREVIEW = { width: 1180, height: 620 };

/** @type {Record<string, Picture>} */
export const PICTURES = {
  'inlay-hints': {
    async show(editor) {
      await editor.goToWords('（七）总计');
      await editor.page.locator('.view-line', { hasText: '应为' }).waitFor();
      return [editor.line('（六）其他处理'), editor.line('四、结转')];
    },
  },
  'inlay-names': {
    opening: { change: aCellALine, settings: { 'ogiReport.inlayHints': 'names', 'editor.tabSize': 2 } },
    async show(editor) {
      await editor.goToWords('\t二、上年结转');
      await editor.page.locator('.view-line', { hasText: '← 自然人' }).nth(1).waitFor();
      await editor.page.locator('.view-line', { hasText: '← 自然人' }).first().waitFor();
      return [editor.line('一、本年新收'), editor.line('三、本年度办理结果')];
    },
  },
  'signature-help': {
    async show(editor) {
      await editor.goToWords('二、上年结转政府信息公开申请数量 | 2 | 1', true);
      await editor.page.keyboard.press('Control+Shift+Space');
      const widget = editor.page.locator('.parameter-hints-widget.visible');
      await widget.waitFor();
      return [widget, editor.line('一、本年新收'), editor.line('（二）部分公开')];
    },
  },
  hover: {
    async show(editor) {
      await editor.goToWords('四、结转下年度继续办理 | 1 | ', true);
      await editor.command('Show or Focus Hover');
      await hover(editor).waitFor();
      return [hover(editor), editor.line('（七）总计'), editor.line('四、结转')];
    },
  },
  article: {
    async show(editor) {
      await editor.goToWords('第二十条，');
      await editor.command('Show or Focus Hover');
      await hover(editor).waitFor();
      return [hover(editor), editor.line('（一）主动公开'), editor.line('（二）依申请公开')];
    },
    opening: { change: (text) => text.replace('年末现行有效6件', '按照《中华人民共和国政府信息公开条例》第二十条，年末现行有效6件') },
  },
  highlights: {
    opening: { viewport: { width: 900, height: 980 } },
    async show(editor) {
      await editor.goToWords('（七）总计 | 1', true);
      await editor.page.locator('.wordHighlight').first().waitFor({ state: 'attached' });
      return [editor.line('三、本年度办理结果'), editor.line('四、结转')];
    },
  },
  references: {
    async show(editor) {
      await editor.goToWords('（一）予以公开 | 8', true);
      await editor.command('Peek References');
      const peek = editor.page.locator('.peekview-widget');
      await peek.locator('.monaco-list-row').first().waitFor();
      return [peek, editor.line('三、本年度办理结果')];
    },
  },
  'code-lens': {
    async show(editor) {
      await editor.goToWords('（二）部分公开');
      await editor.page.locator('.codelens-decoration', { hasText: '不平' }).first().waitFor();
      return [editor.page.locator('.codelens-decoration', { hasText: '不平' }), editor.line('三、收到和处理'), editor.line('（二）部分公开')];
    },
  },
  'semantic-tokens': {
    async show(editor) {
      await editor.goToWords('（三）不予公开');
      await editor.page.waitForTimeout(1500);
      return [editor.line('一、本年新收'), editor.line('（四）无法提供')];
    },
  },
  selections: {
    async show(editor) {
      await editor.goToWords('3.危及', true);
      for (let i = 0; i < 3; i++) await editor.page.keyboard.press('Shift+Alt+ArrowRight');
      return [editor.line('（二）部分公开'), editor.line('（四）无法提供')];
    },
  },
  outline: {
    opening: { viewport: { width: 900, height: 640 } },
    async show(editor) {
      await editor.page.keyboard.press('Control+B');
      await editor.outline();
      await editor.goToWords('（七）总计');
      return [editor.page.locator('.outline-pane'), editor.page.locator('.part.editor')];
    },
  },
  'completion-rows': {
    opening: { change: (text) => text.split('\n').filter((line) => !/^[5-8]\.属于|^3\.危及/.test(line)).join('\n').replace('4.保护第三方合法权益 | 0 | 1 | 0 | 0 | 0 | 0 | 1 |', '$&\n') },
    async show(editor) {
      await editor.goToWords('4.保护第三方合法权益 | 0 | 1 | 0 | 0 | 0 | 0 | 1 |\n', true);
      await editor.squiggles();
      await openSuggestions(editor);
      return [suggestions(editor), editor.page.locator('.suggest-details'), editor.line('2.其他法律行政法规')];
    },
  },
  'completion-tables': {
    opening: { change: (text) => text.slice(0, text.indexOf('四、政府信息公开行政复议')) },
    async show(editor) {
      await editor.page.keyboard.press('Control+End');
      await openSuggestions(editor);
      return [suggestions(editor), editor.page.locator('.suggest-details'), editor.line('四、结转下年度')];
    },
  },
  'ghost-text': {
    opening: { change: (text) => text.replace('| 25 |', '| '), settings: { 'editor.inlineSuggest.enabled': true } },
    async show(editor) {
      await editor.goToWords('| 17 | 5 | 1 | 0 | 2 | 0 | ', true);
      await editor.command('Trigger Inline Suggestion');
      await editor.page.locator('.ghost-text, .ghost-text-decoration').first().waitFor({ state: 'attached' });
      return [editor.line('一、本年新收'), editor.line('二、上年结转')];
    },
  },
  'new-report': {
    opening: { beside: LAST_YEAR },
    async show(editor) {
      await editor.command('OGI Report: New Report');
      await quickInput(editor).locator('.monaco-list-row', { hasText: '云溪县' }).first().waitFor();
      return [quickInput(editor)];
    },
  },
  'new-report-text': {
    opening: { beside: LAST_YEAR, viewport: { width: 1000, height: 760 } },
    async show(editor) {
      const { page } = editor;
      await editor.command('OGI Report: New Report');
      await quickInput(editor).locator('.monaco-list-row', { hasText: '云溪县' }).first().click();
      await quickInput(editor).locator('input').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.view-line', { hasText: '2025年政府信息公开' }).first().waitFor();
      await page.locator('.notification-toast').first().waitFor();
      await editor.page.keyboard.press('Control+G');
      await editor.page.keyboard.type('46:1');
      await editor.page.keyboard.press('Enter');
      await page.waitForTimeout(500);
      return [editor.page.locator('.part.editor')];
    },
  },
  'formatting-before': {
    opening: { file: 'layouts/2021.github-table.ogi' },
    async show(editor) {
      await editor.goToWords('行政许可');
      await editor.page.waitForTimeout(500);
      return [editor.line('二、主动公开'), editor.line('行政事业性收费')];
    },
  },
  'formatting-after': {
    opening: { file: 'layouts/2021.github-table.ogi' },
    async show(editor) {
      await editor.goToWords('行政许可');
      await editor.command('Format Document');
      await editor.page.waitForTimeout(1000);
      return [editor.line('二、主动公开'), editor.line('行政事业性收费')];
    },
  },
  rename: {
    async show(editor) {
      await editor.goToWords('云溪县科技');
      await editor.page.keyboard.press('F2');
      const box = editor.page.locator('.monaco-editor.rename-box');
      await box.waitFor();
      return [box, editor.line('云溪县科技'), editor.line('本报告根据')];
    },
  },
  'quick-fixes': {
    opening: { change: (text) => text.replace('除上述情况外，无', '除上述情况外，⽆') },
    async show(editor) {
      await editor.goToWords('⾏⽂');
      await editor.lightBulb();
      const list = editor.page.locator('.action-widget');
      return [list, editor.line('（三）政府信息管理')];
    },
  },
  'convert-table': {
    async show(editor) {
      await editor.goToWords('行政强制');
      await editor.page.keyboard.press('Control+Shift+R');
      const list = editor.page.locator('.action-widget');
      await list.locator('.monaco-list-row').first().waitFor();
      return [list, editor.line('第二十条第（五）项'), editor.line('行政强制')];
    },
  },
  'folder-settings': {
    opening: { beside: () => ({ '.ogireport.json': '{\n  "rules": { "glyph/padding": "off" },\n  "ignores": [\n    { "file": "sample.ogi", "rule": "table/balance", "fingerprint": "0123456789abcdef", "reason": "原件如此" }\n  ]\n}\n' }) },
    async show(editor) {
      const { page } = editor;
      await page.keyboard.press('Control+B');
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: '.ogireport.json' }).dblclick();
      await page.keyboard.press('Control+B');
      const settings = page.locator('.monaco-editor[data-uri$=".ogireport.json"]');
      await settings.locator('.squiggly-warning, .squiggly-info, .squiggly-inline-unnecessary').first().waitFor({ state: 'attached' });
      await editor.goTo(4, 10);
      await editor.command('Notifications: Clear All');
      await editor.command('Show or Focus Hover');
      await hover(editor).waitFor();
      return [hover(editor), settings.locator('.view-line').first(), settings.locator('.view-line').nth(5)];
    },
  },
  'check-workspace': {
    opening: { beside: (text) => ({ '2023.ogi': LAST_YEAR(text)['2023.ogi'].replace('（七）总计 | 16', '（七）总计 | 61') }), viewport: { width: 1000, height: 700 } },
    async show(editor) {
      const { page } = editor;
      await editor.command('OGI Report: Check All Reports of the Workspace');
      await page.locator('.notification-toast').first().waitFor();
      await editor.problems();
      await page.locator('.markers-panel .monaco-list-row', { hasText: '2023.ogi' }).first().waitFor();
      return [page.locator('.part.panel'), page.locator('.notification-toast')];
    },
  },
  'workspace-symbols': {
    opening: { beside: LAST_YEAR },
    async show(editor) {
      await editor.page.keyboard.press('Control+T');
      await editor.page.keyboard.type('云溪县');
      await quickInput(editor).locator('.monaco-list-row', { hasText: '2023' }).first().waitFor();
      return [quickInput(editor)];
    },
  },
  status: {
    async show(editor) {
      await editor.page.getByRole('button', { name: 'Editor Language Status' }).click();
      const card = editor.page.locator('.hover-language-status').first();
      await card.waitFor();
      return [editor.page.locator('.monaco-hover').last(), editor.page.locator('.part.statusbar')];
    },
  },
  'preview-tables': {
    opening: { viewport: PREVIEW },
    async show(editor) {
      await editor.command('Show the Preview Beside the Text');
      await editor.preview().locator('td.certain').waitFor();
      await editor.preview().locator('td.certain').click();
      await editor.lineIs(58);
      return [editor.page.locator('.part.editor')];
    },
  },
  'preview-last-year': {
    opening: { beside: LAST_YEAR, viewport: { width: 1280, height: 900 } },
    async show(editor) {
      await editor.command('Show the Preview Beside the Text');
      const preview = editor.preview();
      await preview.locator('.comparison').waitFor();
      await preview.locator('.comparison').scrollIntoViewIfNeeded();
      return [editor.page.locator('iframe.webview')];
    },
  },
  export: {
    async show(editor) {
      await editor.command('OGI Report: Export Report');
      await quickInput(editor).locator('.monaco-list-row').first().waitFor();
      return [quickInput(editor)];
    },
  },
  walkthrough: {
    opening: { viewport: { width: 1100, height: 760 } },
    async show(editor) {
      await editor.command('Welcome: Open Walkthrough');
      await quickInput(editor).locator('.monaco-list-row', { hasText: 'Your First OGI Annual Report' }).first().click();
      await editor.page.locator('.getting-started-step').first().waitFor();
      await editor.page.waitForTimeout(1500);
      return [editor.page.locator('.getting-started-category, .gettingStartedContainer h2').first(), editor.page.locator('.getting-started-step').first(), editor.page.locator('.getting-started-media')];
    },
  },
};

const SETTINGS = {
  'ogiReport.language': 'zh-CN',
  'editor.minimap.enabled': false,
  // Its ideographs are twice as wide as its digits, as in every font in which Chinese columns line up.
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'editor.stickyScroll.enabled': false,
};

/** Takes one. */
export async function takePicture(name, screenshots) {
  const { show, opening = {} } = PICTURES[name];
  const file = opening.file?.includes('/') ? new URL(`../fixtures/${opening.file}`, import.meta.url).pathname : 'sample.ogi';
  const editor = await openEditor({ viewport: { width: 900, height: 560 }, ...opening, file, screenshots, settings: { ...SETTINGS, ...opening.settings } });
  try {
    await ready(editor);
    await editor.page.keyboard.press('Control+B');
    await editor.picture(name, await show(editor));
  } finally {
    await editor.close();
  }
}
