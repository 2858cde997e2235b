/** Something wrong in a config, by its place in the text; `parseConfig` turns it into line and column. */
export interface Mistake {
  /** UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly message: string;
  readonly hint?: string;
}
