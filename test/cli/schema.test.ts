/** The schemas name exactly the rows and columns of the editions: a new edition must not be forgotten in them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EDITIONS, type TableId } from '../../server/src/editions';
import { SECTION_IDS } from '../../server/src/syntax/sections';

interface Ids {
  readonly enum: readonly string[];
}

const { properties, definitions } = JSON.parse(readFileSync(join(__dirname, '../../docs/schema/extract.schema.json'), 'utf8')) as {
  readonly properties: {
    readonly edition: Ids;
    readonly sections: { readonly items: { readonly properties: { readonly id: Ids } } };
    readonly tables: { readonly properties: { readonly proactiveDisclosure: { readonly properties: Readonly<Record<string, { readonly $ref: string }>> } } };
  };
  readonly definitions: Readonly<Record<string, { readonly propertyNames: Ids } & Ids>>;
};

const sorted = (ids: Iterable<string>): string[] => [...new Set(ids)].sort();
const rowsOf = (id: TableId) => EDITIONS.flatMap(({ tables }) => tables.filter((table) => table.id === id).flatMap(({ rows }) => rows));
const columnsOf = (id: TableId): string[] => sorted(rowsOf(id).flatMap(({ columns }) => columns.map((column) => column.id)));

test('editions and sections', () => {
  assert.deepEqual(sorted(properties.edition.enum), sorted([...EDITIONS.map(({ id }) => id), 'pre2019']));
  assert.deepEqual(properties.sections.items.properties.id.enum, SECTION_IDS);
});

test('表二: each row with its own columns', () => {
  const rows = properties.tables.properties.proactiveDisclosure.properties;
  assert.deepEqual(sorted(Object.keys(rows)), sorted(rowsOf('proactiveDisclosure').map(({ id }) => id)));
  for (const { id, columns } of rowsOf('proactiveDisclosure')) {
    const allowed = definitions[rows[id]!.$ref.split('/').at(-1)!]!.propertyNames.enum;
    for (const column of columns) assert.ok(allowed.includes(column.id), `${id}.${column.id}`);
  }
});

test('表三 and 表四', () => {
  assert.deepEqual(sorted(definitions['requestRow']!.enum), sorted(rowsOf('requests').map(({ id }) => id)));
  assert.deepEqual(sorted(definitions['applicants']!.propertyNames.enum), columnsOf('requests'));
  assert.deepEqual(sorted(definitions['remedyRow']!.enum), sorted(rowsOf('reviewAndLitigation').map(({ id }) => id)));
  assert.deepEqual(sorted(definitions['results']!.propertyNames.enum), columnsOf('reviewAndLitigation'));
});
