package io.stepwright.background;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandles;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Virtual threads from byte code that also runs on JDK 17, which does not know them. */
public final class VirtualThreads {

  private static final int FIRST_RELEASE = 21;

  private VirtualThreads() {}

  /**
   * Makes virtual threads that inherit no thread-locals, or is null where there are none. On 19 and
   * 20 they are a preview, and a call would fail.
   */
  public static @Nullable ThreadFactory factory() {
    if (Runtime.version().feature() < FIRST_RELEASE) {
      return null;
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Class<?> virtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
      Object threads = lookup.findStatic(Thread.class, "ofVirtual", methodType(virtual)).invoke();
      threads =
          lookup
              .findVirtual(
                  virtual, "inheritInheritableThreadLocals", methodType(virtual, boolean.class))
              .invoke(threads, false);
      return (ThreadFactory)
          lookup.findVirtual(builder, "factory", methodType(ThreadFactory.class)).invoke(threads);
    } catch (Throwable e) {
      throw new IllegalStateException("This JDK has virtual threads, but none can be created.", e);
    }
  }
}
