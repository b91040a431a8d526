package io.stepwright.cache.guard;

import io.stepwright.spi.cache.NearMatchGuard.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Negations and opposites. */
class PolarityGuardTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          I can't open it|I cannot open it
          I can't open it|I can’t open it
          I cant open it|I can not open it
          It doesn't load|It does not load
          It doesn't load|It won't load
          It isn't loading|It doesn't load
          I have no idea how to start it|How do I start it?
          I don't know where the key is|Where is the key?
          I'm not sure whether it counts|Does it count?
          I couldn't find out how to merge cells|How do I merge cells?
          Can I park here or not?|Can I park here?
          It is open, isn't it?|It is open
          No problem, where is it?|Where is it?
          Room no. 5|Room 5
          It is not legal|It is illegal
          It is not valid|It is invalid
          The form is not complete|The form is incomplete
          It is non-refundable|It is not refundable
          Is it nonrefundable?|Is it not refundable?
          The shop is not open|The shop is closed
          Which nuts should I not eat?|Which nuts should I avoid?
          I can't remember my code|I forgot my code
          It is not included|It is excluded
          Stop my delivery|Cancel my delivery
          End my contract|Cancel my contract
          My screen is broken|My screen does not work
          How do I stop the emails?|How do I block the emails?
          Do you sell stamps?|Can I buy stamps from you?
          Do you sell stamps?|Where do I buy stamps?
          How do I buy a house?|How do I purchase a house?
          How do I close my account?|How do I delete my account?
          How do I enlarge the text?|How do I increase the text?
          What time do you open?|When are you opening?
          How do I log in?|How can I log in?
          How do I find out how to log in?|How do I log in?
          Turn it on|Switch it on
          Which is the cheapest phone?|Which is the most affordable phone?
          Is it covered by the policy?|Does the policy include it?
          Does it come with a charger?|Is a charger included with it?
          How do I discover new music?|How do I find new music?
          What is my income?|How much do I earn?
          Can I play the video on display?|Can I display the video?
          Could you stop by?|Can you stop by?
          Can I bring a guest?|May I bring a guest?
          Why is my card not working?|Why isn't my card working?
          No, I can't open it|I can't open it, no
          Can you help me?|You should help me
          What must I do to renew it?|How can I renew it?
          How do I avoid a fine?|How can I avoid being fined?
          Neither of them works|None of them work
          A right turn|Turn right
          All users|Every user
          Is a visa required?|Do I need a visa?
          """)
  void passes(String one, String other) {
    Judging.passes("POLARITY", one, other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Can I transfer money to my savings account?|Can I transfer money from my savings account?
          Is it a gift from my boss?|Is it a gift to my boss?
          Is there a train to the airport?|Is there a train from the airport?
          Am I responsible to the tenant?|Am I responsible for the tenant?
          Did the court rule for the tenant?|Did the court rule against the tenant?
          Can I take it during pregnancy?|Can I take it after pregnancy?
          Can I drink while taking it?|Can I drink after taking it?
          Is there little time?|Is there a little time?
          Is the interviewer late?|Is the interviewee late?
          Is the payer informed?|Is the payee informed?
          Is it a prenatal test?|Is it a postnatal test?
          Was I overpaid?|Was I underpaid?
          Don't, stop the payment|Don't stop the payment
          No, refund my order|No refund my order
          I did not say she stole it|I said she did not steal it
          She never told me to call|She told me never to call
          Is it open since May?|Is it open until May?
          Is the bottle free?|Is the bottle full?
          Renew it|Don't renew it
          Renew it|Do not renew it
          Renew it|Never renew it
          Renew it|dont renew it
          Renew it|Stop renewing it
          I can open it|I can't open it
          It loads|It won't load
          Which shops have parking?|Which shops have no parking?
          Tea with milk|Tea without milk
          Tea with milk|Tea w/o milk
          What if I know my code?|What if I don't know my code?
          Is it drinkable?|Is it undrinkable?
          Is it legal?|Is it illegal?
          Is it valid?|Is it invalid?
          Is it possible?|Is it impossible?
          Is it refundable?|Is it non-refundable?
          Is it refundable?|Is it nonrefundable?
          Does she agree?|Does she disagree?
          Is he responsible?|Is he irresponsible?
          Is it safe to eat?|Is it unsafe to eat?
          Is it safe to eat?|Is it dangerous to eat?
          Install it|Uninstall it
          Enable it|Disable it
          Enabled by default|Disabled by default
          Is it open?|Is it closed?
          When does it open?|When does it close?
          Which nuts should I eat?|Which nuts should I avoid?
          Increase the limit|Decrease the limit
          Raising the limit|Lowering the limit
          The highest limit|The lowest limit
          The cheapest phone|The most expensive phone
          The biggest room|The smallest room
          The earliest bus|The latest bus
          A hotter oven|A colder oven
          Most popular|Least popular
          More salt|Less salt
          Maximum price|Minimum price
          Max price|Min price
          How do I buy shares?|How do I sell shares?
          How do I send money?|How do I receive money?
          Log in|Log out
          Check in at the desk|Check out at the desk
          Turn it on|Turn it off
          Switch the radio on|Switch the radio off
          Opt in|Opt out
          Scroll up|Scroll down
          Is it in stock?|Is it out of stock?
          Before the meal|After the meal
          Within the trial|After the trial
          Over ten euros|Under ten euros
          Above the line|Below the line
          Inside the EU|Outside the EU
          Include drafts|Exclude drafts
          Allow cookies|Block cookies
          Dogs are allowed|Dogs are forbidden
          Accept the offer|Decline the offer
          Approve it|Reject it
          Import the file|Export the file
          Upload the file|Download the file
          Encrypt it|Decrypt it
          Push the branch|Pull the branch
          Join the group|Leave the group
          Make it public|Make it private
          Is it optional?|Is it mandatory?
          Delete all drafts|Delete some drafts
          It always fails|It sometimes fails
          Did it arrive?|Will it arrive?
          Can I tip?|Must I tip?
          Can we skip it?|Should we skip it?
          May I pay cash?|Do I have to pay cash?
          Pay by cash|Pay by card
          Turn left|Turn right
          Sort ascending|Sort descending
          where a > b|where a < b
          My son is ill|My daughter is ill
          Full-time work|Part-time work
          Benefits of tea|Drawbacks of tea
          Only members pay|Members pay
          Can I bring a dog or a cat?|Can I bring a dog and a cat?
          A tour with many stops|A tour with several stops
          Do all guests pay?|Do some guests pay?
          Tours with lots of guests|Tours with few guests
          Is the lift still broken?|Is the lift broken again?
          Is Lena the treasurer?|Was Lena the treasurer?
          Do you sell it?|Did you sell it?
          It stops in front of the bank|It stops behind the bank
          It flows into the tank|It flows out of the tank
          Is she alive?|Is she dead?
          Don´t cancel it|Cancel it
          Don`t cancel it|Cancel it
          """)
  void refuses(String one, String other) {
    Judging.refuses("POLARITY", one, other);
  }

  @Test
  void saysNothingOfOtherScripts() {
    Judging.judges("POLARITY", "Отмени заказ", "Не отменяй заказ", Verdict.NOT_APPLICABLE);
  }

  @Test
  void looksAtLongTexts() {
    String words = "word ".repeat(60);
    Judging.refuses("POLARITY", words + "please do it", words + "please don't do it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Water it every day|Water it every other day
          Water it every day|Water it every second day
          Everyone but Anna|Everyone and Anna
          Nothing but the logs|Nothing and the logs
          """)
  void refusesExceptions(String one, String other) {
    Judging.refuses("POLARITY", one, other);
  }
}
