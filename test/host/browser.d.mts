/** What tests written in TypeScript use of browser.mjs. */
import type { Page } from 'playwright-core';

export function launchBrowser(viewport?: { readonly width: number; readonly height: number }): Promise<{ readonly page: Page; close(): Promise<void> }>;
