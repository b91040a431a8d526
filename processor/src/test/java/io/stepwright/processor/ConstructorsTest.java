package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.TestCompiler;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.util.Arrays;

/** Generated classes have the constructors of their agents, with all that these declare. */
class ConstructorsTest {

  private static final String AGENT =
      """
      package app;
      import io.stepwright.*;
      import java.io.Serializable;
      import java.lang.annotation.*;
      import java.util.*;
      import org.jspecify.annotations.Nullable;
      @Agent public abstract class A {
        @Retention(RetentionPolicy.RUNTIME) public @interface Inject {}
        @Retention(RetentionPolicy.RUNTIME) public @interface Named { String value(); }
        @Retention(RetentionPolicy.RUNTIME) public @interface N {
          double d() default 0; float f() default 0; double[] more() default {}; char c() default ' ';
          long l() default 0; byte b() default 0; String s() default ""; Class<?>[] k() default {};
          Named[] names() default {}; Thread.State state() default Thread.State.NEW;
        }
        @Retention(RetentionPolicy.RUNTIME) private @interface Mine {}
        @Retention(RetentionPolicy.RUNTIME) public @interface Of { Class<?> value(); }
        @Target(ElementType.TYPE_USE) public @interface Use {}
        private static class Hidden {}
        public static class Outer { public static class Inner {} }
        @Inject protected A(@Named("fast") String client, @Mine @Of(Hidden.class) @Of2(List.class) int number) {}
        @Retention(RetentionPolicy.RUNTIME) public @interface Of2 { Class<?> value(); }
        protected <T extends Comparable<T> & Serializable, U> A(T t, List<? super U> list, @Nullable T other) throws java.io.IOException {}
        protected <X extends Exception> A(X problem) throws X {}
        @N(d = Double.NEGATIVE_INFINITY, f = Float.NaN, more = {Double.NaN, 1.5, Double.POSITIVE_INFINITY, -0.0}, c = '\\'', l = Long.MIN_VALUE,
           b = -7, s = "\\\\ \\" \\u2028 $L */", k = {int[].class, Map.Entry.class, void.class}, names = {@Named("x"), @Named("\\ud800\\\\")}, state = Thread.State.BLOCKED)
        protected A(Outer.@Use Inner inner, @Deprecated double last) {}
        private A(Hidden hidden) {}
        A(Hidden hidden, int other) {}
        @EntryPoint("s") public abstract String run(String in);
        @AgentStep String s(String in) { return in; }
      }
      """;

  @EveryCompiler
  void allThatIsDeclaredIsRepeated(TestCompiler compiler) throws Exception {
    Compiled compiled = Compilation.with(compiler).source("app/A.java", AGENT).compile();
    assertThat(compiled.errors()).isEmpty();
    String source = compiled.source("app/WiredA.java");
    assertThat(source)
        .contains("Float.NaN", "Double.NEGATIVE_INFINITY")
        .contains("<T extends Comparable<T> & Serializable, U> WiredA(")
        .contains("List<? super U> list, @Nullable T other)")
        .doesNotContain("Hidden", "@Mine", "@Use");
    Class<?> wired = compiled.loader().loadClass("app.WiredA");
    assertThat(wired.getConstructors()).hasSize(4);
    Constructor<?> injected = constructor(wired, "String");
    assertThat(injected.getAnnotations()).extracting(this::name).containsExactly("Inject");
    assertThat(injected.getParameterAnnotations()[1])
        .extracting(Annotation::toString)
        .singleElement()
        .asString()
        .contains("fast");
    assertThat(injected.getParameterAnnotations()[2]).extracting(this::name).containsExactly("Of2");
    assertThat(constructor(wired, "Inner").getAnnotations())
        .isEqualTo(constructor(wired.getSuperclass(), "Inner").getAnnotations());
  }

  private String name(Annotation annotation) {
    return annotation.annotationType().getSimpleName();
  }

  private static Constructor<?> constructor(Class<?> type, String parameter) {
    return Arrays.stream(type.getDeclaredConstructors())
        .filter(
            each ->
                Arrays.stream(each.getParameterTypes())
                    .anyMatch(given -> given.getSimpleName().equals(parameter)))
        .findFirst()
        .orElseThrow();
  }
}
