package io.stepwright.redis;

import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A pool of connections to one server. They are made on separate threads, with a time limit of
 * their own; callers wait for a connection that is free or soon will be. Thread-safe.
 */
final class Connections implements AutoCloseable {

  /** The first exchange on each new connection, before it is handed to a caller. */
  interface Greeting {
    /**
     * Performs the exchange.
     *
     * @throws CacheStoreException if the connection cannot be used
     */
    void run(Exchange exchange) throws CacheStoreException;
  }

  private record Idle(PooledConnection connection, long sinceNanos) {}

  private final RedisUrl url;
  private final Duration timeout;
  private final Greeting greeting;
  private final Runnable onLoss;
  private final DeadlineWatcher watcher = new DeadlineWatcher();
  private final Outage outage = new Outage();
  private final ThreadPoolExecutor connecting = ConnectThreads.create();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** The most recently used connection comes first. */
  private final Deque<Idle> idle = new ArrayDeque<>();

  private int open;
  private int underWay;
  private int waiting;
  private int failures;
  private int age;
  private long underWaySince;
  private boolean closed;

  /**
   * Makes the pool, without connecting.
   *
   * @param timeout the time limit for getting a connection, and for the exchanges of {@link
   *     #open()}
   * @param onLoss called when the server is lost: another one may replace it
   */
  Connections(RedisUrl url, Duration timeout, Greeting greeting, Runnable onLoss) {
    this.url = url;
    this.timeout = timeout;
    this.greeting = greeting;
    this.onLoss = onLoss;
  }

  /**
   * Opens an exchange with the usual time limit.
   *
   * @throws CacheStoreException if there is no connection in time; at once if connecting has just
   *     failed
   */
  Exchange open() throws CacheStoreException {
    return new Exchange(this, borrow(timeout, false), timeout);
  }

  /**
   * Opens an exchange with the given time limit, even if connecting has just failed.
   *
   * @throws CacheStoreException if there is no connection
   */
  Exchange open(Duration limit) throws CacheStoreException {
    return new Exchange(this, borrow(ClientSetup.connectLimit(timeout), true), limit);
  }

  /**
   * Opens an exchange, even if connecting has just failed. Getting a connection and the exchange
   * have one time limit, while connecting itself may go on for the next caller.
   *
   * @throws CacheStoreException if there is no connection in time
   */
  Exchange openWithin(Duration limit) throws CacheStoreException {
    long end = System.nanoTime() + limit.toNanos();
    PooledConnection connection = borrow(limit, true);
    long left = Math.max(1, end - System.nanoTime());
    return new Exchange(this, connection, Duration.ofNanos(left));
  }

  /** Begins to connect, unless that has begun or was done. */
  void prepare() {
    lock.lock();
    try {
      if (open == 0 && !closed && outage.mayTry()) {
        connect();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until there is a connection.
   *
   * @return false if the time is over before there is a connection or a failure
   * @throws CacheStoreException if connecting has failed
   */
  boolean awaitReady(Duration limit) throws CacheStoreException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    lock.lockInterruptibly();
    try {
      int seen = failures;
      while (open == underWay) {
        checkOpen();
        if (underWay == 0 && outage.mayTry()) {
          connect();
        }
        CacheStoreException failure = outage.failure();
        if (failure != null && (underWay == 0 || failures != seen)) {
          throw NoConnection.again(failure);
        }
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  String address() {
    return url.address();
  }

  DeadlineWatcher watcher() {
    return watcher;
  }

  void giveBack(PooledConnection connection) {
    lock.lock();
    try {
      if (connection.isSpoilt() || connection.age() != age || closed) {
        discard(connection);
      } else {
        idle.addFirst(new Idle(connection, System.nanoTime()));
        discardIdle();
      }
      changed.signalAll(); // Not all waiting threads want a connection.
    } finally {
      lock.unlock();
    }
  }

  /**
   * Handles the loss of a server, or its replacement by another one: all connections to it are
   * discarded, and earlier failures say nothing about the present server.
   */
  void lost(PooledConnection connection) {
    lock.lock();
    try {
      if (connection.age() == age) {
        age++;
        idle.forEach(one -> discard(one.connection()));
        idle.clear();
        outage.ends();
      }
    } finally {
      lock.unlock();
    }
    onLoss.run();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      idle.forEach(one -> discard(one.connection()));
      idle.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    connecting.shutdownNow();
    watcher.close();
  }

  private PooledConnection borrow(Duration wait, boolean insist) throws CacheStoreException {
    long end = System.nanoTime() + wait.toNanos();
    try {
      lock.lockInterruptibly();
      try {
        return await(end, wait, insist);
      } finally {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NoConnection.interrupted();
    }
  }

  private PooledConnection await(long end, Duration wait, boolean insist)
      throws CacheStoreException, InterruptedException {
    int seen = failures;
    waiting++;
    try {
      while (true) {
        checkOpen();
        Idle one = idle.pollFirst();
        if (one != null && isFresh(one)) {
          return one.connection();
        }
        if (one != null) {
          discard(one.connection());
          continue;
        }
        if (underWay < waiting && open < ClientSetup.CONNECTIONS) {
          if (insist ? failures == seen || outage.mayTry() : outage.mayTry()) {
            connect();
          }
        }
        check(seen, insist);
        long left = end - System.nanoTime();
        if (left <= 0) {
          throw none(wait);
        }
        changed.awaitNanos(left);
      }
    } finally {
      waiting--;
    }
  }

  private void checkOpen() throws CacheStoreException {
    if (closed) {
      throw NoConnection.closed();
    }
  }

  /**
   * Throws at once if there will be no connection: connecting has failed, or takes longer than
   * usual.
   */
  private void check(int seen, boolean insist) throws CacheStoreException {
    CacheStoreException failure = outage.failure();
    if (open == 0 && failure != null) {
      throw failures == seen ? NoConnection.again(failure) : failure;
    }
    if (!insist && open == underWay && System.nanoTime() - underWaySince > timeout.toNanos()) {
      throw NoConnection.notYet(address(), timeout);
    }
  }

  /** Connects on another thread; waiting threads are notified of the outcome. */
  private void connect() {
    if (underWay == 0) {
      underWaySince = System.nanoTime();
    }
    open++;
    underWay++;
    int ours = age;
    try {
      connecting.execute(() -> connected(ours));
    } catch (OutOfMemoryError e) {
      settle(
          ours, null, new CacheStoreException("A thread to connect on could not be started.", e));
    }
  }

  private void connected(int ours) {
    PooledConnection connection = null;
    CacheStoreException failure = null;
    try {
      connection = PooledConnection.open(url, ClientSetup.connectLimit(timeout), watcher);
      greet(connection);
      connection = connection.ofAge(ours);
    } catch (CacheStoreException e) {
      failure = e;
    } catch (Throwable e) {
      failure = NoConnection.unexpected(address(), e);
    }
    settle(ours, connection, failure);
    if (failure != null) {
      onLoss.run();
    }
  }

  private void greet(PooledConnection connection) throws CacheStoreException {
    // Not closed here: the caller decides whether to keep the connection.
    greeting.run(new Exchange(this, connection, ClientSetup.connectLimit(timeout)));
    connection.transport().end();
  }

  /**
   * Records the outcome of an attempt, and notifies waiting threads.
   *
   * @param ours the age when the attempt began: if connections were lost since, that loss caused
   *     its failure
   */
  private void settle(
      int ours, @Nullable PooledConnection connection, @Nullable CacheStoreException failure) {
    lock.lock();
    try {
      underWay--;
      if (failure != null) {
        failures++;
        if (ours == age) {
          outage.begins(failure);
        }
        if (connection == null) {
          open--;
        } else {
          discard(connection);
        }
      } else if (connection != null) {
        outage.ends();
        giveBack(connection);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void discardIdle() {
    while (!isFresh(idle.getLast())) {
      discard(idle.removeLast().connection());
    }
  }

  private static boolean isFresh(Idle one) {
    return System.nanoTime() - one.sinceNanos() < ClientSetup.IDLE.toNanos();
  }

  private void discard(PooledConnection connection) {
    open--;
    watcher.remove(connection.transport());
    connection.close();
  }

  private CacheStoreException none(Duration wait) {
    return open == underWay
        ? NoConnection.notYet(address(), wait)
        : NoConnection.allBusy(address(), wait);
  }
}
