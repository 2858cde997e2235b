/** What a report can be written as; `reporters.ts` holds the writers. */
export const reportFormats = ['pretty', 'json', 'markdown', 'html', 'sarif', 'junit'] as const;
export type ReportFormat = (typeof reportFormats)[number];
