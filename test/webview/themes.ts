/** The colours that VS Code gives to a page, for its own themes; and the class it sets on the body. */

interface Theme {
  readonly className: string;
  readonly variables: Readonly<Record<string, string>>;
}

const FONT = { '--vscode-font-family': 'system-ui, "Noto Sans CJK SC", sans-serif', '--vscode-font-size': '13px' };

export const THEMES: Readonly<Record<string, Theme>> = {
  light: {
    className: 'vscode-light',
    variables: { ...FONT, '--vscode-foreground': '#3b3b3b', '--vscode-editor-background': '#ffffff', '--vscode-descriptionForeground': '#3b3b3b', '--vscode-editorWidget-background': '#f8f8f8', '--vscode-editorWidget-border': '#c8c8c8', '--vscode-editorError-foreground': '#e51400', '--vscode-editorWarning-foreground': '#bf8803', '--vscode-editorInfo-foreground': '#1a85ff', '--vscode-textLink-foreground': '#005fb8', '--vscode-focusBorder': '#005fb8', '--vscode-charts-blue': '#1a85ff', '--vscode-editor-selectionBackground': '#add6ff' },
  },
  dark: {
    className: 'vscode-dark',
    variables: { ...FONT, '--vscode-foreground': '#cccccc', '--vscode-editor-background': '#1f1f1f', '--vscode-descriptionForeground': '#9d9d9d', '--vscode-editorWidget-background': '#202020', '--vscode-editorWidget-border': '#313131', '--vscode-editorError-foreground': '#f14c4c', '--vscode-editorWarning-foreground': '#cca700', '--vscode-editorInfo-foreground': '#3794ff', '--vscode-textLink-foreground': '#4daafc', '--vscode-focusBorder': '#0078d4', '--vscode-charts-blue': '#3794ff', '--vscode-editor-selectionBackground': '#264f78' },
  },
  'high-contrast': {
    className: 'vscode-high-contrast',
    variables: { ...FONT, '--vscode-foreground': '#ffffff', '--vscode-editor-background': '#000000', '--vscode-descriptionForeground': '#ffffffb3', '--vscode-editorWidget-background': '#0c141f', '--vscode-contrastBorder': '#6fc3df', '--vscode-contrastActiveBorder': '#f38518', '--vscode-editorError-foreground': '#f48771', '--vscode-editorWarning-foreground': '#ffd370', '--vscode-editorInfo-foreground': '#3794ff', '--vscode-textLink-foreground': '#21a6ff', '--vscode-focusBorder': '#f38518', '--vscode-charts-blue': '#3794ff', '--vscode-editor-selectionBackground': '#ffffff33' },
  },
  'high-contrast-light': {
    className: 'vscode-high-contrast-light',
    variables: { ...FONT, '--vscode-foreground': '#292929', '--vscode-editor-background': '#ffffff', '--vscode-descriptionForeground': '#292929b3', '--vscode-editorWidget-background': '#ffffff', '--vscode-contrastBorder': '#0f4a85', '--vscode-contrastActiveBorder': '#006bbd', '--vscode-editorError-foreground': '#b5200d', '--vscode-editorWarning-foreground': '#895503', '--vscode-editorInfo-foreground': '#1a85ff', '--vscode-textLink-foreground': '#0f4a85', '--vscode-focusBorder': '#006bbd', '--vscode-charts-blue': '#1a85ff', '--vscode-editor-selectionBackground': '#0f4a8533' },
  },
};
