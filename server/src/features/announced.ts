/** Names that an editor is told before anything is asked: apart from the features, so that telling them loads none. */

/** Kinds of semantic tokens, as editors know them; `oddGlyph` is our own. */
export const TOKEN_TYPES = ['label', 'number', 'oddGlyph'] as const;
export const TOKEN_MODIFIERS = ['total', 'zero', 'deduced'] as const;

/** Kinds of code actions, as editors know them. */
export const QUICK_FIX = 'quickfix';
export const FIX_ALL = 'source.fixAll.ogiReport';
export const REWRITE = 'refactor.rewrite';
export const CODE_ACTION_KINDS = [QUICK_FIX, FIX_ALL, REWRITE] as const;
