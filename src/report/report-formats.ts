/** What a report can be written as; `reporters.ts` holds the writers. */
export const reportFormats = ['pretty', 'json', 'markdown', 'html'] as const;
export type ReportFormat = (typeof reportFormats)[number];
