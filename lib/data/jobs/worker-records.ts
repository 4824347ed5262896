import type { TenantTx } from "../tenant-transaction";

/** Says that this worker lives, and which supervisor started it (null: none, it was started by hand). */
export async function beat(tx: TenantTx, workerId: string, startedBy: string | null): Promise<void> {
  await tx.$executeRaw`
    insert into worker_heartbeat (worker_id, started_by) values (${workerId}, ${startedBy})
    on conflict (worker_id) do update set beat_at = now()`;
}

/** Takes a worker that stops in order off the list. */
export async function endBeat(tx: TenantTx, workerId: string): Promise<void> {
  await tx.workerHeartbeat.deleteMany({ where: { workerId } });
}

/**
 * Frees what earlier workers of this supervisor hold. It keeps one at a time and starts the next when the system has
 * reported the end of the one before, so whoever else it started is dead, however recently it has beaten. To be called
 * by the new worker before its first beat. Answers how many jobs are free again.
 */
export async function freeJobsOfPredecessors(tx: TenantTx, startedBy: string): Promise<number> {
  const [freed] = await tx.$queryRaw<{ workers: string[]; jobs: number }[]>`
    with gone as (delete from worker_heartbeat where started_by = ${startedBy} returning worker_id)
    select coalesce(array_agg(worker_id), '{}') as workers,
      (select count(*)::int from graphile_worker._private_jobs where locked_by in (select worker_id from gone)) as jobs
    from gone`;
  await unlock(tx, freed!.workers);
  return freed!.jobs;
}

async function unlock(tx: TenantTx, workerIds: readonly string[]): Promise<void> {
  if (workerIds.length === 0) return;
  await tx.$queryRaw`select graphile_worker.force_unlock_workers(${workerIds}::text[])::text`;
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
  const workerIds = holders.map((holder) => holder.locked_by);
  await unlock(tx, workerIds);
  return holders.reduce((sum, holder) => sum + holder.jobs, 0);
}
