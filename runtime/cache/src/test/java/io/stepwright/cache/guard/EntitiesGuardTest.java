package io.stepwright.cache.guard;

import io.stepwright.spi.cache.NearMatchGuard.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, acronyms, identifiers, and things that exclude each other. */
class EntitiesGuardTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Flights to Oslo|flights to oslo
          Flights to Oslo|Oslo flights
          Where is Anna's desk?|Where is the desk of Anna?
          The PDF is empty|The pdf is empty
          How do I use OAuth?|How do I use oauth?
          How do I open a PR?|How do I open a pull request?
          What is the World Health Organization?|What is the WHO?
          A trip to the UK|A trip to the United Kingdom
          A trip to the U.S.|A trip to the USA
          A trip to America|A trip to the USA
          The Brazilian embassy|The embassy of Brazil
          The German embassy|The embassy of Germany
          The Spanish embassy|The embassy of Spain
          Pay in USD|Pay in dollars
          My iPhone 15|My iphone15
          My e-mail from Bob|My email from Bob
          Install it on GitHub|install it on git hub
          Is the file config.yml read?|Is config.yml read?
          What does `max_size` do?|What does max_size do?
          What does "pending" mean?|What does pending mean?
          Hello, I'm Sam|Sam here, hello
          Do NOT do it|Do not do it
          PLEASE HELP WITH MY ORDER|Please help with my order
          Please help ASAP|Please help
          Cancel it|Please cancel it. Thanks
          How do I do it? Please help|How do I do it?
          Meet me on Friday in May|Meet me then
          A 10GB file at 7pm|A file of 10 GB at 7 PM
          Is Dr. Lee in?|Is dr Lee in?
          How Do I Change The Battery|How can I swap the battery?
          I like C++|i like c++
          My red or my blue car|My blue or my red car
          A kid's ticket|A child's ticket
          How do I find it?|Where do I find it?
          How soon is it?|When is it?
          Where is my order at?|Where is my order?
          Is it in Chrome?|Is it in Google Chrome?
          Is it 20 °C or $5?|Is it 20 °C or 5 $?
          """)
  void passes(String one, String other) {
    Judging.passes("ENTITIES", one, other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Flights to Oslo|Flights to Bergen
          Flights to Oslo|Flights
          flights to Oslo|flights to bergen
          Ask Anna|Ask Hannah
          Ask Anna|Ask Ann
          Is Dr. Lee in?|Is Dr. Park in?
          Slovakia is small, is Slovakia rich?|Slovenia is small, is Slovenia rich?
          Learn Java|Learn JavaScript
          A job at IBM|A job at SAP
          The HR team|The IT team
          The API is down|The CLI is down
          Learn C++|Learn C#
          Learn C|Learn C++
          I need vitamin C|I need vitamin D
          Hepatitis A|Hepatitis B
          Drug MX5|Drug KX5
          Error X17b|Error X17c
          What does `max_size` do?|What does `min_size` do?
          What does "pending" mean?|What does "settled" mean?
          What does 'pending' mean?|What does 'settled' mean?
          Read config.yml|Read secrets.yml
          A red door|A green door
          Eat breakfast there|Eat dinner there
          Cook the chicken|Cook the pork
          A bus ticket|A train ticket
          A dog sitter|A cat sitter
          My mother's house|My brother's house
          Rent for adults|Rent for children
          Why did the payment fail?|When did the payment fail?
          Who is it?|Where is it?
          What is in nutmeg?|What is nutmeg?
          Is it a ≤ b?|Is it a b?
          Is the way → or not?|Is the way or not?
          A room for an indoor dance in ID|A room for an indoor dance in AR
          """)
  void refuses(String one, String other) {
    Judging.refuses("ENTITIES", one, other);
  }

  @Test
  void saysNothingOfOtherScripts() {
    Judging.judges("ENTITIES", "Лети в Осло", "Лети в Берген", Verdict.NOT_APPLICABLE);
  }
}
