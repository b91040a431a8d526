package io.stepwright.redis;

import io.stepwright.background.DaemonThreads;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that make connections. They end when idle. */
final class ConnectThreads {

  private static final int AT_ONCE = 2;
  private static final int IDLE_SECONDS = 10;

  private ConnectThreads() {}

  static ThreadPoolExecutor create() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> DaemonThreads.daemon(task, "stepwright-redis-connect"));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
