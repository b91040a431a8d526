package io.stepwright.engine.setup;

import io.stepwright.answer.StepAnswersFactory;
import io.stepwright.report.ReportFolderFactory;
import io.stepwright.spi.CacheStoreFactory;
import io.stepwright.spi.EmbedderFactory;
import io.stepwright.spi.NearMatchGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds services that the configuration may require when they are needed, as {@link
 * Services#required} does. Names a service by a constant, so that not even its interface is loaded
 * before.
 */
final class LazyServices<S> implements Supplier<List<S>> {

  private static final int EMBEDDERS = 1;
  private static final int CACHES = 2;
  private static final int REPORT_FOLDERS = 3;
  private static final int STORES = 4;
  private static final int GUARDS = 5;

  private final int kind;
  private final List<S> given;

  /** That of the thread that makes the runtime; agents may be made by others. */
  private final @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();

  private LazyServices(int kind, List<S> given) {
    this.kind = kind;
    this.given = List.copyOf(given);
  }

  static LazyServices<EmbedderFactory> ofEmbedder() {
    return new LazyServices<>(EMBEDDERS, List.of());
  }

  static LazyServices<StepAnswersFactory> ofStepAnswers() {
    return new LazyServices<>(CACHES, List.of());
  }

  static LazyServices<ReportFolderFactory> ofReportFolder() {
    return new LazyServices<>(REPORT_FOLDERS, List.of());
  }

  static LazyServices<CacheStoreFactory> ofCacheStore() {
    return new LazyServices<>(STORES, List.of());
  }

  /**
   * Finds guards.
   *
   * @param given further ones
   */
  static LazyServices<NearMatchGuard> ofGuards(List<NearMatchGuard> given) {
    return new LazyServices<>(GUARDS, given);
  }

  @Override
  @SuppressWarnings("unchecked") // Each method above names the constant of its type.
  public List<S> get() {
    List<S> all = new ArrayList<>((List<S>) found());
    all.addAll(given);
    return all;
  }

  private List<?> found() {
    return switch (kind) {
      case EMBEDDERS -> Services.required(EmbedderFactory.class, loader);
      case CACHES -> Services.required(StepAnswersFactory.class, loader);
      case REPORT_FOLDERS -> Services.required(ReportFolderFactory.class, loader);
      case STORES -> Services.required(CacheStoreFactory.class, loader);
      default -> Services.required(NearMatchGuard.class, loader);
    };
  }
}
