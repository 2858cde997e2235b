import type { AnnotationFailure, AnnotationFault } from '../model/annotation.ts';
import { shortenMiddle } from '../model/shorten-text.ts';

const maxDetailLength = 200;

export function fail(file: string, fault: AnnotationFault, detail: string, line?: number): AnnotationFailure {
  return {
    kind: 'failure',
    file,
    fault,
    detail: shortenMiddle(detail, maxDetailLength),
    ...(line !== undefined && { line }),
  };
}
