/** Whether the UTF-16 unit `code` is an ideograph of the common block, as nearly all of a report are. */
export const isIdeograph = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
