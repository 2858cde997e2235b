import { openDataset } from '../adapters/file-system.ts';
import { listWorkingBlobs } from '../adapters/git-repository.ts';
import { countOnly } from '../audit/count-only.ts';
import { hideSubjects } from '../audit/hide-subjects.ts';
import { deriveSharedKey } from '../audit/pseudonyms.ts';
import { runAuditInFull } from '../audit/run-audit.ts';
import { selectChecks } from '../audit/select-checks.ts';
import { summarizeDataset } from '../audit/summarize-dataset.ts';
import {
  compareFindings,
  comparePolicies,
  listFindings,
  type FullReport,
} from '../change/compare-findings.ts';
import { compareSamples } from '../change/compare-samples.ts';
import { hideNames } from '../change/hide-names.ts';
import { applyPolicy, listPolicyChanges } from '../change/policy.ts';
import { viewSamples } from '../change/view-samples.ts';
import type { Change } from '../model/change.ts';
import type { Config, Waiver } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import { EnvironmentError } from '../model/errors.ts';
import type { FileSource } from '../model/file-source.ts';
import type { Report } from '../model/report.ts';
import type { Sample } from '../model/sample.ts';
import type { AuditedDataset, CheckRequest } from './check-dataset.ts';
import { addBaseline, chooseFacts } from './judge-dataset.ts';
import { rememberAnswers } from './known-answers.ts';
import { catalogue, decodeDataset, findDataset, loadConfig, type FoundDataset } from './load-dataset.ts';
import { openBase, type Base, type BaseChoice } from './open-base.ts';
import { leaveOut, readEarlier, type DatasetOfToday, type EarlierDataset } from './read-earlier.ts';
import { auditWithMemory } from './remembered-audit.ts';
import { searchBoth, searchDataset, type UnsearchedDataset } from './search-dataset.ts';

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
  const found = await findDataset(config, files, facts);
  const decoding = decodeDataset(found, config, facts, { ...request, aroundDecoding: known.record });
  const comparing =
    base.dataset && readBefore(base.dataset, config, found, { known, decoded: decoding }, request);
  // Where one has failed, the other is not left running.
  await Promise.allSettled([decoding, comparing]);
  const read = await decoding;
  const { blobs, earlier, notes: notesOfBase } = (await comparing) ?? nothingBefore;
  const searched = await searchWith(read, earlier);
  const dataset = addBaseline(searched.dataset, config, baseline);
  const before = earlier && searched.earlier && { earlier: { ...earlier, dataset: searched.earlier } };
  const judged = await judge({ now: dataset, config, own, blobs, ...before }, request);
  const notes = [...base.notes, ...notesOfBase];
  const change: Change = { ...(base.sha !== undefined && { baseSha: base.sha }), notes, ...judged.change };
  const privacy = request.privacy ?? config.report.privacy;
  const report: Report =
    privacy === 'strict'
      ? { ...countOnly(judged.report, judged.dataset), change: hideNames(change) }
      : { ...judged.report, change };
  return { config, files, dataset: judged.dataset, report };
}

/** Finds near-duplicates now, and before where that can be audited. */
async function searchWith(
  now: UnsearchedDataset,
  earlier: EarlierDataset | undefined,
): Promise<{ readonly dataset: Dataset; readonly earlier?: Dataset }> {
  if (earlier?.read && earlier.isDecoded) return searchBoth(now, earlier.read);
  return { dataset: await searchDataset(now), ...(earlier?.read && { earlier: earlier.read.dataset }) };
}

/** What there was before, and what there is to compare it with. */
interface Before {
  /** The blobs of the files that samples are made of now. */
  readonly blobs: ReadonlyMap<string, string>;
  /** Absent where git does not tell what changed. */
  readonly earlier?: EarlierDataset;
  readonly notes: readonly string[];
}

const nothingBefore: Before = { blobs: new Map(), notes: [] };

/** Reads the base's dataset, while that of today is decoded. */
async function readBefore(
  { treeId, config: asked }: NonNullable<Base['dataset']>,
  policy: Config,
  { annotated: { samples }, files }: FoundDataset,
  today: Pick<DatasetOfToday, 'known' | 'decoded'>,
  request: CheckRequest,
): Promise<Before> {
  const { directory } = request;
  const blobs = await listBlobs(directory, samples, files);
  if ('note' in blobs) return { ...nothingBefore, notes: [blobs.note] };
  const config = applyPolicy(asked, policy);
  const earlier = await readEarlier(
    { directory, treeId, config },
    chooseFacts(policy, undefined),
    { ...today, files, blobs },
    request,
  );
  return { blobs, earlier, notes: earlier.notes };
}

/** The blobs of the files that samples are made of; where git does not tell, why. */
async function listBlobs(
  directory: string,
  samples: readonly Sample[],
  files: FileSource,
): Promise<ReadonlyMap<string, string> | { readonly note: string }> {
  const listed = new Set((await files.list()).files.map(({ path }) => path));
  const wanted = new Set(samples.flatMap(({ id, label }) => (label === undefined ? [id] : [id, label])));
  try {
    const blobs = await listWorkingBlobs(
      directory,
      [...wanted].filter((path) => listed.has(path)),
    );
    return new Map([...blobs].filter(([path]) => wanted.has(path)));
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return { note: `Nothing is compared: ${error.message}.` };
  }
}

interface BothDatasets {
  readonly now: Dataset;
  /** What is there, with what the base asks of it. */
  readonly config: Config;
  /** What is there, and asks itself. */
  readonly own: Config;
  readonly earlier?: EarlierDataset & { readonly dataset: Dataset };
  readonly blobs: ReadonlyMap<string, string>;
}

interface Judged {
  /** Its subjects are named as the report names them. */
  readonly dataset: Dataset;
  readonly report: Report;
  readonly change: Pick<Change, 'before' | 'samples' | 'findings' | 'policy'>;
}

async function judge(
  { now, config, own, earlier, blobs }: BothDatasets,
  { today, version, cache, privacy = config.report.privacy, privacyKey }: CheckRequest,
): Promise<Judged> {
  const before = earlier?.dataset;
  const key = privacyKey ?? (before && deriveSharedKey(now, before));
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
          listFindings(current),
          listFindings(
            audit({ ...dataset, task: own.task, publishedScores: own.baseline.published }, own, proposed),
          ),
          settings,
        );
  const withPolicy = policy && { policy };
  if (!earlier) return { dataset, report: current.report, change: { ...withPolicy } };

  const old = hide(earlier.dataset, earlier.config.accept);
  const { counts } = summarizeDataset(earlier.config, old.dataset.samples);
  const samples = compareSamples(
    viewSamples(old.dataset, earlier.contentOf),
    viewSamples(dataset, (path) => blobs.get(path)),
    earlier.renames,
  );
  if (!earlier.isDecoded)
    return { dataset, report: current.report, change: { ...withPolicy, before: { counts }, samples } };
  const audited = leaveOut(old.dataset, earlier.pointers);
  const found = await auditWithMemory(
    cache?.folder,
    { dataset: audited, config: { ...earlier.config, accept: old.accept }, today },
    () => listFindings(audit(audited, earlier.config, old.accept)),
  );
  const { findings, report } = compareFindings(found, current);
  return {
    dataset,
    report,
    change: { ...withPolicy, before: { counts, verdict: found.verdict }, samples, findings },
  };
}
