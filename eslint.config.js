import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The rooms of core/ in the data's way; a room may import only from rooms before it. */
const rooms = ['vocabulary', 'quantity', 'document', 'read', 'recognise', 'relate', 'judge', 'report'];

const roomRules = rooms.map((room, index) => ({
  files: [`core/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: rooms.slice(index + 1).map((later) => `**/${later}/**`),
            message: `core/${room} may not look ahead`,
          },
          {
            group: ['**/check.ts', '**/entrypoints/**', '**/tools/**', '**/test/**'],
            message: 'core imports only core',
          },
          { group: ['wxt', 'wxt/*', '#imports', 'preact', 'preact/*', 'node:*'], message: 'core runs anywhere' },
        ].filter((pattern) => pattern.group.length > 0),
      },
    ],
  },
}));

/** The rooms of entrypoints/, and those of entrypoints/shared/, in the same way: what several use comes first, the pages that a reader opens last. */
const entryRooms = [
  'shared',
  'annotate.content',
  'viewer',
  'reader',
  'background',
  'detect.content',
  'popup',
  'options',
  'rules',
  'welcome',
  'sample',
  'frame',
];
const sharedRooms = ['protocol', 'storage', 'page', 'files', 'locale', 'findings', 'settings', 'views'];

/**
 * Refuses imports from rooms that come later; a room is told by the folder in which the way up ends.
 * @param {readonly string[]} rooms
 * @param {string} name
 */
function noneOf(rooms, name) {
  const later = rooms.map((room) => room.replace('.', '\\.')).join('|');
  return later === '' ? [] : [{ regex: `^(\\.\\./)+(${later})/`, message: `${name} may not look ahead` }];
}

const entryRoomRules = [
  ...entryRooms.map((room, index) => ({
    files: [`entrypoints/${room}/**/*.{ts,tsx}`],
    patterns: noneOf(entryRooms.slice(index + 1), `entrypoints/${room}`),
  })),
  ...sharedRooms.map((room, index) => ({
    files: [`entrypoints/shared/${room}/**/*.{ts,tsx}`],
    patterns: [
      ...noneOf(entryRooms.slice(1), 'entrypoints/shared'),
      ...noneOf(sharedRooms.slice(index + 1), `entrypoints/shared/${room}`),
    ],
  })),
]
  .filter(({ patterns }) => patterns.length > 0)
  .map(({ files, patterns }) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns }] } }));

const browserGlobals = [
  'browser',
  'chrome',
  'window',
  'document',
  'navigator',
  'location',
  'fetch',
  'process',
  'self',
  'globalThis',
];

export default defineConfig(
  { ignores: ['.output', '.wxt', 'node_modules', 'assets'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...browserGlobals.map((name) => ({ name, message: 'core uses no globals of browser or Node' })),
      ],
    },
  },
  ...roomRules,
  ...entryRoomRules,
);
