import { posix } from 'node:path';
import {
  maxCheckRunBytes,
  maxStatusLength,
  type CheckRun,
  type CheckRunAnnotation,
  type CommitStatus,
} from '../model/forge.ts';
import { countFindings, type Report } from '../model/report.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { toAnnotations } from '../report/annotations.ts';
import { revealInvisible } from '../report/escape.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { fillMarkdown } from '../report/markup.ts';
import { countSeverity, verdictWords } from '../report/outcome.ts';

/** What a commit is to show of an audit. */
export interface CommitResult {
  readonly name: string;
  /** Page that tells more. */
  readonly url: string;
  readonly isPassed: boolean;
}

/** `Limited: 0 errors, 2 warnings`, and that the run failed where the report alone would have passed. */
export function describeResult(report: Report, isPassed: boolean): string {
  const counts = countFindings(report);
  const found = (['error', 'warning'] as const).map((severity) => countSeverity(counts[severity], severity));
  const note = !isPassed && counts.error === 0 ? '; the run failed' : '';
  return `${verdictWords[report.verdict.level].title}: ${found.join(', ')}${note}`;
}

/** A status of the commit, without annotations. */
export function toStatus(report: Report, { name, url, isPassed }: CommitResult): CommitStatus {
  const description = shortenMiddle(describeResult(report, isPassed), maxStatusLength);
  return { name, url, state: isPassed ? 'success' : 'failure', description };
}

/**
 * A check run with the report and its annotations.
 * @param directory the dataset's, relative to the repository, with `/`
 */
export function toCheckRun(report: Report, result: CommitResult, directory: string): CheckRun {
  const { name, url, isPassed } = result;
  return {
    name,
    url,
    conclusion: isPassed ? 'success' : 'failure',
    title: describeResult(report, isPassed),
    summary: renderMarkdown(report, { maxBytes: maxCheckRunBytes }),
    annotations: toAnnotations(report).flatMap(({ severity, file, line = 1, title, message }) => {
      const path = posix.join(directory, file);
      // A report that a stranger's run made may name any place.
      const isInside = !posix.isAbsolute(path) && path !== '..' && !path.startsWith('../');
      const level: CheckRunAnnotation['level'] = severity === 'error' ? 'failure' : severity;
      return isInside ? [{ level, path, line, title, message }] : [];
    }),
  };
}

/**
 * A check run or status where no report can be used.
 * @param reason may quote what a stranger wrote
 */
export function toBrokenResult(
  reason: string,
  { name, url }: Pick<CommitResult, 'name' | 'url'>,
): { readonly status: CommitStatus; readonly checkRun: CheckRun } {
  const title = 'There is no report that can be used';
  const description = shortenMiddle(`${title}: ${revealInvisible(reason)}`, maxStatusLength);
  const summary = fillMarkdown`${reason}`.text;
  return {
    status: { name, url, state: 'error', description },
    checkRun: { name, url, conclusion: 'failure', title, summary, annotations: [] },
  };
}
