import { DATA_VERSION, type Dataset, schemaPath } from './data.ts'

/** Who publishes the data, and on which terms. */
export interface Publisher {
  name: string
  title: string
  description: string
  homepage: string
  licence: { id: string; name: string; url: string }
  /** The day to which the records hold. */
  checkedOn: string
}

/** A description of all files that programs read: Frictionless Data Package, version 1. */
export const dataPackage = (publisher: Publisher, datasets: readonly Dataset[]): object => ({
  profile: 'data-package',
  name: publisher.name,
  title: publisher.title,
  description: publisher.description,
  homepage: publisher.homepage,
  version: DATA_VERSION,
  // Without a record there is no day to which it holds.
  ...(publisher.checkedOn && { created: `${publisher.checkedOn}T00:00:00Z` }),
  licenses: [{ name: publisher.licence.id, title: publisher.licence.name, path: publisher.licence.url }],
  resources: datasets.flatMap(({ name, title, columns }) => [
    {
      profile: 'tabular-data-resource',
      name,
      title,
      path: `${name}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: {
        fields: columns.map(({ key, name, type, description }) => ({
          name,
          type,
          ...(description ? { description } : {}),
          // The field of the JSON row that the column is made from.
          'x-key': key,
        })),
        primaryKey: ['编号'],
        missingValues: [''],
      },
    },
    {
      name: `${name}-json`,
      title,
      path: `${name}.json`,
      format: 'json',
      mediatype: 'application/json',
      encoding: 'utf-8',
      'x-json-schema': schemaPath(name).slice('/open/'.length),
    },
    {
      name: `${name}-ndjson`,
      title,
      path: `${name}.ndjson`,
      format: 'ndjson',
      mediatype: 'application/x-ndjson',
      encoding: 'utf-8',
      'x-json-schema': schemaPath(name).slice('/open/'.length),
    },
  ]),
})
