-- Is any of these refusals news? What a container refuses is noted anew with each reading of it.
select exists (
    select 1
    from incoming
    where incoming.container is not null
        or not exists (
            select 1
            from ledger.refusals
            where refusals.landing = incoming.landing
                and refusals.path = incoming.path
                and refusals.byte_count = incoming.byte_count
                and refusals.modified_ns = incoming.modified_ns
                and refusals.reason = incoming.reason
                and refusals.detail = incoming.detail
        )
);
