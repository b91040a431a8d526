package io.stepwright.benchmarks.compile;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The source of a MapStruct mapper of ten methods, each from one record of four components to
 * another.
 */
final class MapperSource {

  private static final int METHODS = 10;

  private static final String METHOD =
      """
        record FromIndex(String name, int seats, Plan plan, List<Integer> sizes) {}
        record ToIndex(String name, long seats, String plan, List<String> sizes) {}
        ToIndex mapIndex(FromIndex from);
      """;

  static final String TEXT =
      """
      package bench;

      import java.util.List;
      import org.mapstruct.Mapper;

      @Mapper
      public interface ClassNumber {
        enum Plan { FREE, TEAM, COMPANY }

      """
          + IntStream.range(0, METHODS)
              .mapToObj(index -> METHOD.replace("Index", Integer.toString(index)))
              .collect(Collectors.joining("\n"))
          + "}\n";

  private MapperSource() {}
}
