package io.stepwright.openaijava;

import com.openai.core.http.HttpResponse;
import io.stepwright.background.DaemonThreads;
import io.stepwright.background.VirtualThreads;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A thread that sends one request, so that the caller can leave it at its deadline or when it is
 * interrupted. The library's asynchronous methods are no help: they do not pass a cancellation on
 * to OkHttp, and at most 64 of their requests run at once.
 */
final class SdkThread {

  private static final ThreadFactory THREADS = threads();

  private final ReentrantLock lock = new ReentrantLock();
  private final Thread thread;
  private boolean abandoned;
  private boolean closing;

  /** Makes a thread without starting it. */
  SdkThread(Runnable task) {
    thread = THREADS.newThread(task);
  }

  /** Returns virtual threads if there are some: an interrupt closes the socket that they read. */
  private static ThreadFactory threads() {
    ThreadFactory virtual = VirtualThreads.factory();
    return virtual != null
        ? virtual
        : task -> DaemonThreads.daemon(task, "stepwright-openai-java-request");
  }

  void start() {
    thread.start();
  }

  /** Interrupts the thread, whose caller waits no more. */
  void abandon() {
    lock.lock();
    try {
      abandoned = true;
      if (!closing) {
        thread.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Closes a response without an interrupt, which would keep OkHttp from resetting the stream.
   * Called by the thread itself.
   */
  void close(HttpResponse response) {
    lock.lock();
    try {
      closing = true;
      if (abandoned) {
        Thread.interrupted();
      }
    } finally {
      lock.unlock();
    }
    response.close();
  }
}
