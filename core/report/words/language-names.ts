// Apart from what each language says, which those need not carry who only ask which there are.

/** The languages that a report can be told in. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];
