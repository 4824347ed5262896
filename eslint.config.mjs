import js from "@eslint/js";
import boundaries from "eslint-plugin-boundaries";
import nextVitals from "eslint-config-next/core-web-vitals";
import { defineConfig, globalIgnores } from "eslint/config";
import jsxA11y from "eslint-plugin-jsx-a11y";
import tseslint from "typescript-eslint";
import { FILE_FLOORS, FLOORS, MAY_IMPORT, MAY_IMPORT_TYPES, packagePatternsFor } from "./eslint.fences.mjs";

const FENCED = [
  "app/**/*.{ts,tsx}",
  "components/**/*.{ts,tsx}",
  "lib/**/*.ts",
  "prisma/seed/**/*.ts",
  "*.ts",
];

const isFile = (floor) => FILE_FLOORS.some(({ category }) => category === floor);
const floorOf = (floor) => (isFile(floor) ? { file: { categories: floor } } : { element: { type: floor } });
const sameArea = { element: { type: "components", captured: { area: "{{ from.element.captured.area }}" } } };

/** What each floor may import, itself included, and what it may name in types. An area of components knows only itself. */
const policies = [
  ...Object.entries(MAY_IMPORT).map(([floor, allowed]) => ({
    from: floorOf(floor),
    allow: { to: [floor === "components" ? sameArea : floorOf(floor), ...allowed.map(floorOf)] },
  })),
  ...Object.entries(MAY_IMPORT_TYPES).map(([floor, allowed]) => ({
    from: floorOf(floor),
    allow: { to: allowed.map(floorOf), dependency: { kind: "type" } },
  })),
];

const fences = {
  files: FENCED,
  ignores: ["*.config.ts"],
  plugins: { boundaries },
  settings: {
    "import/resolver": { typescript: { project: "tsconfig.json" }, node: true },
    "boundaries/elements": FLOORS,
    "boundaries/files": FILE_FLOORS,
    "boundaries/include": FENCED,
  },
  rules: {
    "boundaries/dependencies": [
      "error",
      {
        default: "disallow",
        message: "This floor may not import that one: see eslint.fences.mjs and ARCHITECTURE.md, Floors",
        policies,
      },
    ],
    "boundaries/no-unknown-files": "error",
    "boundaries/no-unknown-dependencies": "error",
  },
};

/** Package fences as no-restricted-imports, one block a floor: its own packages are open, those of others are shut. */
const FLOOR_FILES = {
  app: ["app/**/*.{ts,tsx}"],
  ui: ["components/{ui,data-table,form}/**/*.{ts,tsx}"],
  shell: ["components/shell/**/*.{ts,tsx}"],
  gallery: ["components/gallery/**/*.{ts,tsx}"],
  components: ["components/**/*.{ts,tsx}"],
  seed: ["prisma/seed/**/*.ts"],
  entrance: ["proxy.ts", "instrumentation.ts"],
  env: ["lib/env.ts"],
  logger: ["lib/logger.ts"],
};
const filesOf = (floor) => FLOOR_FILES[floor] ?? [`lib/${floor}/**/*.{ts,tsx}`];

const packageFences = Object.keys(MAY_IMPORT).map((floor) => ({
  files: filesOf(floor),
  ignores:
    floor === "components"
      ? [...filesOf("ui"), ...filesOf("shell"), ...filesOf("gallery")]
      : floor === "data"
        ? ["lib/data/generated/**"]
        : [],
  rules: { "no-restricted-imports": ["error", { patterns: packagePatternsFor(floor) }] },
}));

/** The core and the X12 floor are pure: same input, same output, on any machine and on any day. */
const pure = {
  files: ["lib/domain/**/*.ts", "lib/edi/**/*.ts"],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            // Everything but our own code and zod.
            regex: "^(?!@/|\\.{1,2}/|zod$)",
            message: "lib/domain and lib/edi are pure: they import each other and zod.",
          },
        ],
      },
    ],
    "no-restricted-globals": [
      "error",
      ...["process", "fetch", "window", "document", "setTimeout", "setInterval", "console", "crypto"].map(
        (name) => ({
          name,
          message: "lib/domain and lib/edi are pure: no I/O, no clock, no environment.",
        }),
      ),
    ],
    "no-restricted-syntax": [
      "error",
      {
        selector:
          "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
        message: "The core has no clock: take the date as an argument.",
      },
      {
        selector: "MemberExpression[object.name='Math'][property.name='random']",
        message: "The core has no randomness.",
      },
    ],
  },
};

export default defineConfig([
  globalIgnores([
    "node_modules",
    ".next*/**",
    ".data",
    "dist",
    "lib/data/generated",
    "test-results",
    "playwright-report",
    "next-env.d.ts",
  ]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  ...nextVitals,
  ...tseslint.configs.strict,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "separate-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // `row!` after a query that must answer is plainer than a branch that cannot happen.
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: ["**/*.tsx"],
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      // A table laid out as a grid loses its native roles in the browser, so they are written out.
      "jsx-a11y/no-redundant-roles": "off",
      "jsx-a11y/no-interactive-element-to-noninteractive-role": "off",
      // A box that scrolls must be reachable by keyboard.
      "jsx-a11y/no-noninteractive-tabindex": "off",
      // In a dialog that just opened, the first field is where the person is.
      "jsx-a11y/no-autofocus": "off",
    },
  },
  {
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      // TypeScript knows better, and plain scripts are Node's.
      "no-undef": "off",
      // Control characters are exactly what a claim file must not bring in.
      "no-control-regex": "off",
      "import/no-anonymous-default-export": "off",
      "@typescript-eslint/no-dynamic-delete": "off",
      "@typescript-eslint/no-invalid-void-type": "off",
      // A full load is meant where it is used: it empties what the browser holds of the session before.
      "@next/next/no-location-assign-relative-destination": "off",
      // Says that the compiler, which we do not use, would skip a component.
      "react-hooks/incompatible-library": "off",
    },
  },
  { files: ["tests/bench/**", "scripts/**"], rules: { "no-console": "off" } },
  fences,
  ...packageFences,
  pure,
]);
