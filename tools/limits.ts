/** A file is given up when reading it, or checking it, takes so many milliseconds: far more than any published one has taken. */
export const longest = 300_000;

/** Why a check was ended, in sentences for the reader. */
export const ended = {
  slow: '读取或核对这个文件用时太长，已停止，没有核对。 Reading or checking this file took too long and was stopped; it was not checked.',
  broke: '读取这个文件时出了错，没有核对。 Reading this file failed, and it was not checked.',
  memory:
    '读取或核对这个文件需要的内存太多，已停止，没有核对。 Reading or checking this file took too much memory and was stopped; it was not checked.',
} as const;

/** The sentences of checks that had to be ended. */
export const endedSentences: readonly string[] = Object.values(ended);
