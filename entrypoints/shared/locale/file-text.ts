import type { FailureText } from './failure-words.ts';
import { openFailureText } from './failure-words.ts';
import type { Language } from './messages.ts';
import { words } from './messages.ts';
import type { FileEntry, FileFailure } from '../protocol/protocol.ts';

/** Why a file or a page could not be read, and what to do about it. */
export function failureText({ kind, status }: FileFailure, language: Language): FailureText {
  switch (kind) {
    // The reader stops earlier than the viewer, in which somebody waits.
    case 'too-large':
    case 'encrypted':
    case 'too-long':
    case 'stuck':
    case 'read-failed':
    case 'page-too-long':
    case 'page-too-deep':
    case 'page-restless':
    case 'page-shadows':
    case 'no-room':
    case 'cancelled':
      return words[language].fileFailure[kind];
    default:
      return openFailureText(language, kind, status);
  }
}

/** A format as people call it. */
export function formatName({ format }: Pick<FileEntry, 'format'>, language: Language): string {
  if (format === 'picture') return words[language].picture;
  return format === 'unknown' ? words[language].unknownFormat : format.toUpperCase();
}

/** A file's size as people say it. */
export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
