import { createHash } from 'node:crypto';
import { openDataset } from '../adapters/file-system.ts';
import { listWorkingBlobs } from '../adapters/git-repository.ts';
import { countOnly } from '../audit/count-only.ts';
import { hideSubjects } from '../audit/hide-subjects.ts';
import { runAuditInFull } from '../audit/run-audit.ts';
import { selectChecks } from '../audit/select-checks.ts';
import { summarizeDataset } from '../audit/summarize-dataset.ts';
import { compareFindings, comparePolicies, type FullReport } from '../change/compare-findings.ts';
import { compareSamples } from '../change/compare-samples.ts';
import { hideNames } from '../change/hide-names.ts';
import { applyPolicy, listPolicyChanges } from '../change/policy.ts';
import { viewSamples } from '../change/view-samples.ts';
import type { Change } from '../model/change.ts';
import type { Config, Waiver } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import type { FileSource } from '../model/file-source.ts';
import type { Report } from '../model/report.ts';
import type { AuditedDataset, CheckRequest } from './check-dataset.ts';
import { addBaseline, chooseFacts } from './judge-dataset.ts';
import { rememberAnswers } from './known-answers.ts';
import { catalogue, loadConfig, readDataset } from './load-dataset.ts';
import { openBase, type BaseChoice } from './open-base.ts';
import { readEarlier, type EarlierDataset } from './read-earlier.ts';

/**
 * Audits a dataset by the policy of its base, and compares both.
 * @throws ConfigError, whose places are relative to the dataset's directory; DatasetError; EnvironmentError; HoldoutError
 * `usage` where a person names a base that is none
 */
export async function auditChange(request: CheckRequest, choice: BaseChoice): Promise<AuditedDataset> {
  const { directory, baseline } = request;
  const { config: own } = await loadConfig(request);
  const base = await openBase(directory, choice, own);
  const config = applyPolicy(own, base.policy ?? own);
  const known = rememberAnswers();
  const files = openDataset(directory);
  const facts = new Set([...chooseFacts(config, baseline), ...chooseFacts(own, baseline)]);
  const settings = { ...request, aroundDecoding: known.record };
  const dataset = addBaseline(await readDataset(config, files, facts, settings), config, baseline);
  const blobs = base.dataset ? await listBlobs(directory, dataset, files) : new Map<string, string>();
  const earlier =
    base.dataset &&
    (await readEarlier(
      { directory, treeId: base.dataset.treeId, config: applyPolicy(base.dataset.config, config) },
      chooseFacts(config, undefined),
      { known, blobs },
      request,
    ));
  const judged = judge({ now: dataset, config, own, earlier, blobs }, request);
  const notes = [...base.notes, ...(earlier?.notes ?? [])];
  const change: Change = { ...(base.sha !== undefined && { baseSha: base.sha }), notes, ...judged.change };
  const privacy = request.privacy ?? config.report.privacy;
  const report: Report =
    privacy === 'strict'
      ? { ...countOnly(judged.report, judged.dataset), change: hideNames(change) }
      : { ...judged.report, change };
  return { config, files, dataset: judged.dataset, report };
}

/** The blobs of the files that samples are made of. */
async function listBlobs(
  directory: string,
  { samples }: Dataset,
  files: FileSource,
): Promise<ReadonlyMap<string, string>> {
  const listed = new Set((await files.list()).files.map(({ path }) => path));
  const wanted = new Set(samples.flatMap(({ id, label }) => (label === undefined ? [id] : [id, label])));
  const blobs = await listWorkingBlobs(
    directory,
    [...wanted].filter((path) => listed.has(path)),
  );
  return new Map([...blobs].filter(([path]) => wanted.has(path)));
}

interface BothDatasets {
  readonly now: Dataset;
  /** What is there, with what the base asks of it. */
  readonly config: Config;
  /** What is there, and asks itself. */
  readonly own: Config;
  readonly earlier: EarlierDataset | undefined;
  readonly blobs: ReadonlyMap<string, string>;
}

interface Judged {
  /** Its subjects are named as the report names them. */
  readonly dataset: Dataset;
  readonly report: Report;
  readonly change: Pick<Change, 'before' | 'samples' | 'findings' | 'policy'>;
}

function judge(
  { now, config, own, earlier, blobs }: BothDatasets,
  { today, version, privacy = config.report.privacy, privacyKey }: CheckRequest,
): Judged {
  const before = earlier?.dataset;
  const key = privacyKey ?? (before && deriveKey([now, before]));
  const hide = (dataset: Dataset, accept: readonly Waiver[]) =>
    privacy === 'open' ? { dataset, accept } : hideSubjects(dataset, accept, key);
  const audit = (dataset: Dataset, by: Config, accept: readonly Waiver[]): FullReport =>
    runAuditInFull(dataset, selectChecks(catalogue, by), { config: { ...by, accept }, today, version });

  const { dataset, accept } = hide(now, config.accept);
  const current = audit(dataset, config, accept);
  const proposed = hide(now, own.accept).accept;
  const settings = listPolicyChanges({ ...config, accept }, { ...own, accept: proposed });
  const policy =
    settings.length === 0
      ? undefined
      : comparePolicies(
          current,
          audit({ ...dataset, task: own.task, publishedScores: own.baseline.published }, own, proposed),
          settings,
        );
  const withPolicy = policy && { policy };
  if (!earlier || !before) return { dataset, report: current.report, change: { ...withPolicy } };

  const old = hide(before, earlier.config.accept);
  const { counts } = summarizeDataset(earlier.config, old.dataset.samples);
  const samples = compareSamples(
    viewSamples(old.dataset, earlier.contentOf),
    viewSamples(dataset, (path) => blobs.get(path)),
    earlier.renames,
  );
  if (!earlier.isDecoded)
    return { dataset, report: current.report, change: { ...withPolicy, before: { counts }, samples } };
  const audited = audit(old.dataset, earlier.config, old.accept);
  const { findings, report } = compareFindings(audited, current);
  const verdict = audited.report.verdict.level;
  return {
    dataset,
    report,
    change: { ...withPolicy, before: { counts, verdict }, samples, findings },
  };
}

/** A key that gives an id the same pseudonym before and after, and that only they know who know all ids of both. */
function deriveKey(datasets: readonly Dataset[]): string {
  const ids = datasets.flatMap(({ samples }) =>
    samples.flatMap(({ subject, groups }) => [
      ...(subject === undefined ? [] : [subject]),
      ...Object.values(groups),
    ]),
  );
  const distinct = [...new Set(ids)].sort();
  return createHash('sha256').update(JSON.stringify(distinct)).digest('hex');
}
