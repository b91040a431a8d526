package io.stepwright.cache;

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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Imports point down only, and the engine is met at its seam. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.stepwright.cache");

  @Test
  void thereAreNoCycles() {
    slices().matching("io.stepwright.(cache..)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyPackageImportsOnlyWhatIsBelowIt() {
    only("io.stepwright.cache.text", List.of());
    only("io.stepwright.cache.guard.word", List.of("io.stepwright.cache.text"));
    only("io.stepwright.cache.guard.number", List.of("io.stepwright.cache.guard.word"));
    only(
        "io.stepwright.cache.guard",
        List.of(
            "io.stepwright.spi",
            "io.stepwright.spi.cache",
            "io.stepwright.cache.text",
            "io.stepwright.cache.guard.word",
            "io.stepwright.cache.guard.number"));
    only("io.stepwright.cache.memory", List.of("io.stepwright.spi", "io.stepwright.spi.cache"));
    only(
        "io.stepwright.cache",
        List.of(
            "io.stepwright.spi",
            "io.stepwright.spi.cache",
            "io.stepwright.answer",
            "io.stepwright.cache.memory",
            "io.stepwright.cache.text",
            "io.stepwright.cache.guard"));
    only(
        "io.stepwright.cache.step",
        List.of(
            "io.stepwright.spi",
            "io.stepwright.spi.cache",
            "io.stepwright.wiring",
            "io.stepwright.answer",
            "io.stepwright.cache",
            "io.stepwright.cache.guard"));
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
}
