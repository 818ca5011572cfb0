"""A bare chain in one process: insert, send, consume, upsert, hear of it. Nothing is checked or folded."""

import asyncio
from itertools import count
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from bench.made import Made, families
from bench.workers import answer
from eventkeep.pg import pool, session

_TABLES = """
create table bare (position bigint generated always as identity primary key,
                   stream text, version bigint, value bytea);
create table shown (family text primary key, version bigint, value bytea);
"""
_UPSERT = """
with moved as (
    insert into shown select * from unnest($1::text[], $2::bigint[], $3::bytea[])
    on conflict (family) do update set version = excluded.version, value = excluded.value
    returning family, version)
select pg_notify('bare', string_agg(family || ' ' || version, ',')) from moved
"""


class Chain:
    """The first question opens everything; the others send at a rate."""

    def __init__(self) -> None:
        self._heard: dict[tuple[str, int], asyncio.Future[float]] = {}
        self._numbers = count()

    async def __call__(self, asked: dict[str, Any]) -> Any:
        if "rate" not in asked:
            return await self._begin(asked["dsn"], asked["bootstrap"], asked["topic"], asked["families"])
        return await self._send(asked["rate"], asked["seconds"])

    async def _begin(self, dsn: str, bootstrap: str, topic: str, amount: int) -> Any:
        self._topic = topic
        self._streams = [(family, Made(family)) for family in families(amount)]
        self._pool = await pool(dsn)
        await self._pool.execute(_TABLES)
        self._listener = await session(dsn)
        await self._listener.add_listener("bare", self._hear)
        self._producer = AIOKafkaProducer(
            bootstrap_servers=bootstrap, acks="all", enable_idempotence=True, linger_ms=0
        )
        self._consumer = AIOKafkaConsumer(topic, bootstrap_servers=bootstrap)
        await self._producer.start()
        await self._consumer.start()
        await self._consumer.seek_to_end()
        self._consuming = asyncio.create_task(self._consume())
        return {}

    async def _consume(self) -> None:
        while True:
            found = await self._consumer.getmany(timeout_ms=1_000)
            newest = {record.key.decode(): record for records in found.values() for record in records}
            if newest:
                values = [record.value for record in newest.values()]
                versions = [int(record.headers[0][1]) for record in newest.values()]
                await self._pool.execute(_UPSERT, list(newest), versions, values)

    async def _send(self, rate: int, seconds: float) -> Any:
        loop = asyncio.get_running_loop()
        begun = loop.time()
        sent: list[asyncio.Task[float]] = []
        for number in range(int(rate * seconds)):
            await asyncio.sleep(begun + number / rate - loop.time())
            sent.append(asyncio.create_task(self._one()))
        return {"waits": await asyncio.gather(*sent)}

    async def close(self) -> None:
        """Lets go of the servers."""
        self._consuming.cancel()
        await self._consumer.stop()
        await self._producer.stop()
        await self._pool.close()

    async def _one(self) -> float:
        loop = asyncio.get_running_loop()
        begun = loop.time()
        number = next(self._numbers)
        family, made = self._streams[number % len(self._streams)]
        version = number // len(self._streams) + 1
        heard: asyncio.Future[float] = loop.create_future()
        self._heard[family, version] = heard
        value = made.value(version)
        await self._pool.execute(
            "insert into bare (stream, version, value) values ($1, $2, $3)", made.stream, version, value
        )
        await self._producer.send(
            self._topic, value, family.encode(), headers=[("version", str(version).encode())]
        )
        async with asyncio.timeout(10):
            return await heard - begun

    def _hear(self, connection: Any, pid: int, channel: str, payload: Any) -> None:
        now = asyncio.get_running_loop().time()
        for each in str(payload).split(","):
            family, _, version = each.partition(" ")
            heard = self._heard.pop((family, int(version)), None)
            if heard is not None and not heard.done():
                heard.set_result(now)


async def _main() -> None:
    chain = Chain()
    await answer(chain)
    await chain.close()


if __name__ == "__main__":
    asyncio.run(_main())
