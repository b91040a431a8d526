package io.stepwright.it.chaos;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Faults of a code step. */
public enum Trouble {
  NONE,
  MORE_NONE,
  EXCEPTION {
    @Override
    void make() throws Exception {
      throw new Exception("checked");
    }
  },
  ERROR {
    @Override
    void make() {
      throw new StackOverflowError();
    }
  },
  FOR_EVER {
    @Override
    void make() throws InterruptedException {
      new CountDownLatch(1).await();
    }
  },
  STUBBORN {
    @Override
    void make() {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  };

  void make() throws Exception {}
}
