package io.stepwright;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.stepwright.runtime.AgentCache;
import io.stepwright.runtime.AgentRuntime;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Packages import only packages below them. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.stepwright");

  @Test
  void thereAreNoCycles() {
    slices()
        .assignedFrom(new Layers())
        .should()
        .beFreeOfCycles()
        .because("a package that needs itself through another one cannot be read alone")
        .check(CLASSES);
  }

  @Test
  void everyPackageImportsOnlyWhatIsBelowIt() {
    only("io.stepwright", List.of());
    only("io.stepwright.spi", List.of());
    only("io.stepwright.spi.cache", List.of("io.stepwright.spi"));
    only("io.stepwright.background", List.of());
    only("io.stepwright.wiring", List.of("io.stepwright.spi"));
    only("io.stepwright.wiring.pattern", List.of("io.stepwright.wiring"));
    only("io.stepwright.config", List.of("io.stepwright.spi", "io.stepwright.spi.cache"));
    only("io.stepwright.call", List.of("io.stepwright.spi", "io.stepwright.config"));
    only(
        "io.stepwright.answer",
        List.of("io.stepwright.spi", "io.stepwright.spi.cache", "io.stepwright.wiring"));
    only("io.stepwright.figure", List.of("io.stepwright.spi"));
    only("io.stepwright.report", List.of("io.stepwright.spi", "io.stepwright.figure"));
    only(
        "io.stepwright.recording",
        List.of(
            "io.stepwright.descriptor",
            "io.stepwright.spi",
            "io.stepwright.wiring",
            "io.stepwright.config",
            "io.stepwright.background",
            "io.stepwright.figure",
            "io.stepwright.report"));
    only(
        "io.stepwright.event",
        List.of(
            "io.stepwright.spi",
            "io.stepwright.background",
            "io.stepwright.recording",
            "io.stepwright.report",
            "io.stepwright.runtime"));
    only(
        "io.stepwright.engine.message",
        List.of(
            "io.stepwright.spi",
            "io.stepwright.wiring",
            "io.stepwright.figure",
            "io.stepwright.report",
            "io.stepwright.runtime"));
    only(
        "io.stepwright.engine.graph",
        List.of(
            "io.stepwright.spi",
            "io.stepwright.wiring",
            "io.stepwright.runtime",
            "io.stepwright.engine.message"));
    only(
        "io.stepwright.engine.model",
        List.of(
            "io.stepwright.spi",
            "io.stepwright.spi.cache",
            "io.stepwright.wiring",
            "io.stepwright.config",
            "io.stepwright.call",
            "io.stepwright.answer",
            "io.stepwright.event",
            "io.stepwright.runtime",
            "io.stepwright.engine.message"));
    only(
        "io.stepwright.engine.conversation",
        List.of(
            "io.stepwright.spi",
            "io.stepwright.config",
            "io.stepwright.runtime",
            "io.stepwright.engine.message"));
    only(
        "io.stepwright.engine.tool",
        List.of(
            "io.stepwright.spi",
            "io.stepwright.wiring",
            "io.stepwright.call",
            "io.stepwright.event",
            "io.stepwright.runtime",
            "io.stepwright.engine.message",
            "io.stepwright.engine.model"));
    only(
        "io.stepwright.engine",
        List.of(
            "io.stepwright.spi",
            "io.stepwright.spi.cache",
            "io.stepwright.wiring",
            "io.stepwright.config",
            "io.stepwright.call",
            "io.stepwright.background",
            "io.stepwright.figure",
            "io.stepwright.recording",
            "io.stepwright.report",
            "io.stepwright.event",
            "io.stepwright.runtime",
            "io.stepwright.engine.message",
            "io.stepwright.engine.graph",
            "io.stepwright.engine.conversation",
            "io.stepwright.engine.model",
            "io.stepwright.engine.tool"));
  }

  /**
   * In the applications' package only {@code AgentRuntime} and {@code AgentCache} depend on the
   * engine.
   */
  @Test
  void onlyTheDoorKnowsTheEngine() {
    noClasses()
        .that()
        .resideInAPackage("io.stepwright.runtime")
        .and(DescribedPredicate.not(Layers.DOOR))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.stepwright.engine..", "io.stepwright.event..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("io.stepwright.runtime")
        .should()
        .dependOnClassesThat(Layers.DOOR)
        .check(CLASSES);
  }

  /** The graph is tested without threads, so it must not depend on concurrency. */
  @Test
  void theGraphIsPure() {
    noClasses()
        .that()
        .resideInAPackage("io.stepwright.engine.graph")
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.util.concurrent..")
                .or(
                    belongToAnyOf(
                        Thread.class, Runnable.class, ThreadLocal.class, System.Logger.class))
                .or(resideInAPackage("io.stepwright.event..")))
        .check(CLASSES);
  }

  @Test
  void servicesAreFoundAtOnePlace() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.stepwright.engine.setup.Services")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ServiceLoader.class)
        .because("a service that cannot be loaded is told there, and spoils no other")
        .check(CLASSES);
  }

  private static void only(String from, List<String> allowed) {
    assertThat(CLASSES.stream().filter(resideInAPackage(from))).as(from).isNotEmpty();
    DescribedPredicate<JavaClass> ours =
        resideInAPackage("io.stepwright..").and(DescribedPredicate.not(resideInAPackage(from)));
    DescribedPredicate<JavaClass> permitted = resideInAnyPackage(allowed.toArray(String[]::new));
    noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat(ours.and(DescribedPredicate.not(permitted)))
        .check(CLASSES);
  }

  /** Layers by package; the applications' package has two layers, with the engine between them. */
  private static final class Layers implements SliceAssignment {

    static final DescribedPredicate<JavaClass> DOOR =
        DescribedPredicate.describe(
            "are the door to the engine",
            type ->
                type.getPackageName().equals("io.stepwright.runtime")
                    && (type.getName().startsWith(AgentRuntime.class.getName())
                        || type.getName().equals(AgentCache.class.getName())));

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(DOOR.test(type) ? "the door" : type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
