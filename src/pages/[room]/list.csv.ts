import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { openRooms, roomCsv, roomSection } from '../../views/rooms.ts'

export const getStaticPaths = (async () => {
  const rooms = openRooms(await loadCatalogue()).filter((room) => room.csv)
  return rooms.map((room) => ({ params: { room: roomSection(room) }, props: { room } }))
}) satisfies GetStaticPaths

/** A room as a table to download. */
export const GET: APIRoute = async ({ props }) =>
  new Response(roomCsv(props.room, await loadCatalogue()), { headers: { 'content-type': 'text/csv; charset=utf-8' } })
