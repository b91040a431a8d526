package io.stepwright.cache.guard;

import io.stepwright.spi.cache.NearMatchGuard.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Actors, objects and directions. */
class OrderGuardTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          A train from Rome to Milan|A train to Milan from Rome
          Move data from Git to SVN|I want to move data to SVN from Git
          Is tea or coffee better?|Is coffee or tea better?
          Java vs Kotlin|Kotlin vs Java
          The difference between tea and coffee|The difference between coffee and tea
          Compare Java with Kotlin|Compare Kotlin with Java
          In Excel, how do I add a row?|How do I add a row in Excel?
          On Monday, is there a class for kids?|Is there a class for kids on Monday?
          Did the dog bite the man?|Was the man bitten by the dog?
          Did the dog attack the man?|Was the man attacked by the dog?
          Two rooms for three nights|For three nights, two rooms
          A table for 2 at 8|At 8 a table for 2
          Is it cheaper by bus than by car?|Is going by bus cheaper than going by car?
          Pay from my savings|Pay from my savings account
          Does the tool work with Java on Linux?|Does the tool work on Linux with Java?
          Send it to me from her|Send it from her to me
          Can I use oil instead of butter?|Is oil fine instead of butter?
          Do I wash it before I dry it?|Should I wash it before I dry it?
          My sister's dog|The dog of my sister
          How do I get to the zoo?|How do I go to the zoo?
          The difference between red wine and white wine|The difference between white wine and red wine
          If it rains, is the match off?|Is the match off if it rains?
          On Monday, is the gym in Rome open?|In Rome, is the gym open on Monday?
          On Monday evening, is it open?|Is it open on Monday evening?
          Is it red, green and blue?|Is it blue, green and red?
          Is tea included in the price?|Does the price include tea?
          How do you clean your oven?|How do I clean my oven?
          Is it only for members?|Is it for members only?
          Difference between red wine and white wine|Difference between white wine and red wine
          If it rains, can I cancel?|Can I cancel if it rains?
          How I can reset my password|How can I reset my password
          Why does my build fail?|My build fails, why?
          Is breakfast included in the room rate?|Does the room rate include breakfast?
          Turn the light on|Turn on the light
          """)
  void passes(String one, String other) {
    Judging.passes("ORDER", one, other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          A train from Rome to Milan|A train from Milan to Rome
          A train from rome to milan|A train from milan to rome
          A train to Rome from Milan|A train from Rome to Milan
          Move money from checking to savings|Move money from savings to checking
          Move it from my first account to my second account|Move it from my second account to my first account
          Turn a Word file into a web page|Turn a web page into a Word file
          How do I convert a CSV to JSON?|I want to convert JSON to a CSV
          Is iron heavier than steel?|Is steel heavier than iron?
          Should I paint before sanding?|Should I sand before painting?
          Do I stretch after running?|Do I run after stretching?
          How many pints are in a gallon?|How many gallons are in a pint?
          Replace nuts with seeds|Replace seeds with nuts
          Did Ann call Bob?|Did Bob call Ann?
          If the card fails, is the order void?|If the order is void, does the card fail?
          If the card fails is the order void|If the order is void does the card fail
          Is it late because it rained?|Did it rain because it was late?
          Only admins can delete users, right?|Admins can only delete users, right?
          Can I see your invoice?|Can you see my invoice?
          Can I call you?|Can you call me?
          The nurse in white calls a man in black|The nurse in black calls a man in white
          Did the cat scare the nurse?|Was the cat scared by the nurse?
          Can a child be sued by a school?|Can a child sue a school?
          Do cats chase dogs?|Do dogs chase cats?
          Does the client pay the agent?|Does the agent pay the client?
          Was the van hit by the bus?|Was the bus hit by the van?
          My uncle's teacher|My teacher's uncle
          From me to you|From you to me
          Two rooms for three people|Three rooms for two people
          A table for 2 at 8|A table for 8 at 2
          Tea without milk but with sugar|Tea without sugar but with milk
          Eggs but not bacon|Bacon but not eggs
          Is a walk by day nicer than by night?|Is a walk by night nicer than by day?
          Are all squares rectangles?|Are all rectangles squares?
          Is every manager an employee?|Is every employee a manager?
          Add sugar, then milk|Add milk, then sugar
          First wash, then dry the shirt|First dry, then wash the shirt
          Copy column one into column two|Copy column two into column one
          does module a import module b?|does module b import module a?
          Does A depend on B?|Does B depend on A?
          The bank that the firm sued closed|The firm that the bank sued closed
          Can my employer sue me?|Can I sue my employer?
          Does he love her?|Does she love him?
          Am I taller than you?|Are you taller than me?
          Does my wife owe me money?|Do I owe my wife money?
          Did they hire us?|Did we hire them?
          Tests depend on module a7, not module b7|Tests depend on module b7, not module a7
          """)
  void refuses(String one, String other) {
    Judging.refuses("ORDER", one, other);
  }

  @Test
  void longTextsAreComparedWhereTheyDiffer() {
    String words = "and then we wait ".repeat(12);
    Judging.refuses("ORDER", words + "must Ann pay Bob", words + "must Bob pay Ann");
    Judging.refuses("ORDER", words + "from Rome to Bari", words + "from Bari to Rome");
    Judging.passes("ORDER", words + "must Ann pay Bob", words + "should Ann pay Bob");
    String other = "so now they are here ".repeat(10);
    Judging.judges("ORDER", words, other, Verdict.NOT_APPLICABLE);
    Judging.refuses("ORDER", words + other, other + words);
  }

  @Test
  void saysNothingOfOtherScripts() {
    Judging.judges("ORDER", "Из Рима в Бари", "Из Бари в Рим", Verdict.NOT_APPLICABLE);
  }
}
