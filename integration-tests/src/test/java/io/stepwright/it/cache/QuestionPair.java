package io.stepwright.it.cache;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Two questions, and whether they have the same answer.
 *
 * @param id its name
 * @param category the kind of pair
 * @param a one question
 * @param b the other question
 * @param sameAnswer whether the answer to one answers the other
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record QuestionPair(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String category,
    @JsonProperty(required = true) String a,
    @JsonProperty(required = true) String b,
    @JsonProperty(value = "same_answer", required = true) boolean sameAnswer) {

  private static final ObjectReader READER = new ObjectMapper().readerFor(QuestionPair.class);

  /** Reads the pairs of a file that has one JSON object on each line. */
  static List<QuestionPair> read(Path file) throws IOException {
    List<QuestionPair> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        pairs.add(READER.readValue(line));
      }
    }
    return pairs;
  }
}
