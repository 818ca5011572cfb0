"""Prints what stands in a topic, watermarks left out: `python -m deploy.platform.read host:port topic`."""

import asyncio
import sys

from aiokafka import AIOKafkaConsumer

from eventkeep.watermark import decode_watermark


async def main(bootstrap: str, topic: str) -> None:
    """Prints every event that is there now, one JSON a line."""
    consumer = AIOKafkaConsumer(topic, bootstrap_servers=bootstrap, auto_offset_reset="earliest")
    await consumer.start()
    try:
        while records := await consumer.getmany(timeout_ms=1_500, max_records=1_000):
            values = [record.value for batch in records.values() for record in batch]
            events = [value for value in values if decode_watermark(value) is None]
            if not events:
                return
            for value in events:
                print(value.decode())
    finally:
        await consumer.stop()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:3]))
