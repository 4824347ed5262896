import type { TenantTx } from "../tenant-transaction";

/** Says that this worker lives. */
export async function beat(tx: TenantTx, workerId: string): Promise<void> {
  await tx.$executeRaw`
    insert into worker_heartbeat (worker_id) values (${workerId})
    on conflict (worker_id) do update set beat_at = now()`;
}

/** Takes a worker that stops in order off the list. */
export async function endBeat(tx: TenantTx, workerId: string): Promise<void> {
  await tx.workerHeartbeat.deleteMany({ where: { workerId } });
}

/**
 * Frees what dead workers hold: jobs and queues locked by somebody who has not beaten for `deadAfterSeconds`, or never
 * did. Answers how many jobs are free again.
 */
export async function freeJobsOfDeadWorkers(tx: TenantTx, deadAfterSeconds: number): Promise<number> {
  const holders = await tx.$queryRaw<{ locked_by: string; jobs: number }[]>`
    with dead_beat as (
      delete from worker_heartbeat where beat_at < now() - make_interval(secs => ${deadAfterSeconds}::int)
    ), held as (
      select locked_by, locked_at, 1 as jobs from graphile_worker._private_jobs where locked_by is not null
      union all
      select locked_by, locked_at, 0 from graphile_worker._private_job_queues where locked_by is not null
    )
    select locked_by, sum(jobs)::int as jobs from held
    where locked_at < now() - make_interval(secs => ${deadAfterSeconds}::int)
      and not exists (
        select from worker_heartbeat w
        where w.worker_id = held.locked_by and w.beat_at >= now() - make_interval(secs => ${deadAfterSeconds}::int)
      )
    group by locked_by`;
  if (holders.length === 0) return 0;
  await tx.$queryRaw`select graphile_worker.force_unlock_workers(${holders.map((holder) => holder.locked_by)}::text[])::text`;
  return holders.reduce((sum, holder) => sum + holder.jobs, 0);
}
