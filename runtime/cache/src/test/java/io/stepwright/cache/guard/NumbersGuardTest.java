package io.stepwright.cache.guard;

import io.stepwright.spi.cache.NearMatchGuard.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts, times and dates in any notation. */
class NumbersGuardTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Buy 3 tickets|Buy three tickets
          I ordered 12 eggs|I ordered a dozen eggs
          I ordered 24 eggs|I ordered two dozen eggs
          I ordered 6 eggs|I ordered half a dozen eggs
          Send 25 invoices|Send twenty-five invoices
          Send 25 invoices|Send twenty five invoices
          It has 120 pages|It has one hundred and twenty pages
          It has 120 pages|It has a hundred and twenty pages
          A budget of 2,500|A budget of 2500
          A budget of 2,500|A budget of two thousand five hundred
          A budget of 10k|A budget of 10,000
          A loan of $1.5 million|A loan of $1,500,000
          A loan of $2m|A loan of 2 million dollars
          A loan of €3bn|A loan of 3 billion euros
          Pay $5|Pay 5 dollars
          Pay $5|Pay US$5
          Pay $5|Pay 5 USD
          Pay $5|Pay USD 5
          Pay $5.00|Pay five dollars
          Pay £50|Pay 50 pounds
          Pay £50|Pay 50 GBP
          Pay 50€|Pay EUR 50
          Pay 50 €|Pay fifty euros
          A 5% fee|A 5 percent fee
          A 5% fee|A five per cent fee
          A fee of 2.50 %|A fee of 2.5 percent
          Lift 20kg|Lift 20 kg
          Lift 20kg|Lift twenty kilograms
          Lift 2 kg|Lift 2,000 g
          Drink 0.5 l|Drink half a litre
          Drink 2 litres|Drink 2 liters
          A 16GB laptop|A 16 GB laptop
          A 16GB laptop|A laptop with 16 gigabytes
          Wait 90 minutes|Wait 90 mins
          Wait 90 minutes|Wait one and a half hours
          Wait 90 minutes|Wait 1.5 hours
          Wait 90 minutes|Wait 1 1/2 hours
          Wait 90 minutes|Wait 1½ hours
          Wait half an hour|Wait 30 minutes
          Wait an hour|Wait one hour
          Wait an hour|Wait 1 hour
          Valid for 2 weeks|Valid for 14 days
          Valid for a year|Valid for 12 months
          Valid for a fortnight|Valid for two weeks
          Wake me at 7am|Wake me at 7 a.m.
          Wake me at 7am|Wake me at 7:00 am
          Wake me at 7am|Wake me at 07:00
          Wake me at 7am|Wake me at seven in the morning
          Call at 7pm|Call at 19:00
          Call at 7 PM|Call at seven o'clock in the evening
          Lunch at noon|Lunch at 12pm
          Lunch at midday|Lunch at 12:00 pm
          It ends at midnight|It ends at 12 am
          The 3rd attempt|The third attempt
          The 21st floor|The twenty-first floor
          My birthday is on 3 May|My birthday is on May 3rd
          My birthday is on 3 May|My birthday is on the 3rd of May
          My birthday is on 3 May|My birthday is on the third of May
          Due 2024-05-03|Due 3 May 2024
          Due on Jan 5|Due on January 5
          Due on Wed|Due on Wednesday
          Closed on Sundays|Closed on Sunday
          Open Monday to Friday|Open on weekdays
          Open Mon-Fri|Open Monday through Friday
          Show it for march|Show it for March
          May I come in?|Can I come in?
          Can I sit here?|I sat here
          Is it in Mar or Apr?|Is it in March or April?
          Take it twice a day|Take it two times a day
          Take it twice daily|Take it 2x every day
          It costs 8 euros per month|It costs 8 euros a month
          It costs 8 euros monthly|It costs 8 euros every month
          The annual fee|The yearly fee
          It takes 3-5 days|It takes 3 to 5 days
          It takes 3–5 days|It takes between 3 and 5 days
          I am 30 years old|I am 30
          The 12-year-old child|The child aged 12
          The four-bedroom house|The 4 bedroom house
          Version 3.10 of Python|Python 3.10
          Use IPv6|Use ipv 6
          The iPhone 15|The iPhone15
          Flight BA117|Flight BA 117
          Which one is better?|Which is better?
          Can I have one?|Can I have it?
          A single room|One room
          Book 1 table|Book a table
          No. 5 please|Number 5 please
          № 7|# 7
          Good morning, where is my bag?|Where is my bag?
          Morning! Where is my bag?|Where is my bag?
          At -5 degrees|At minus -5 degrees
          It is 20 °C|It is 20 degrees Celsius
          See you this Friday|See you on Friday
          The previous month|Last month
          The current year|This year
          A couple of days|Two days
          2FA|two-factor authentication
          How long does it take?|How much time does it take?
          Any plans for this year 2031?|Any plans for 2031?
          The music of the 80s|The music of the 80's
          """)
  void passes(String one, String other) {
    Judging.passes("NUMBERS", one, other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Buy 3 tickets|Buy 4 tickets
          Buy 3 tickets|Buy tickets
          Buy three tickets|Buy thirteen tickets
          Buy 3 tickets|Buy 3 tickets for 2
          I ordered a dozen eggs|I ordered two dozen eggs
          An egg|Seven eggs
          One egg|Seven eggs
          Parcel 990124|Parcel 990142
          Parcel 0123|Parcel 123
          A budget of 2,500|A budget of 25,000
          A loan of $2m|A loan of $2bn
          A loan of 10k|A loan of 10
          Pay $5|Pay €5
          Pay $5|Pay £5
          Pay $5|Pay 5%
          Pay $5|Pay 5 cents
          Pay $5|Pay 5 CAD
          Pay 50 SEK|Pay 50 NOK
          A 5% fee|A 15% fee
          A 2.5% fee|A 25% fee
          Lift 20 kg|Lift 20 lb
          Lift 20 kg|Lift 20 g
          Take 5 mg|Take 5 ml
          Take 5 mg|Take 5 mcg
          Take 500 mg|Take 50 mg
          Drink half a litre|Drink a litre
          A 16GB laptop|A 32GB laptop
          A 16GB disk|A 16TB disk
          Wait 90 minutes|Wait 90 seconds
          Wait 90 minutes|Wait 9 minutes
          Wait an hour|Wait a minute or 5
          Valid for 2 weeks|Valid for 2 months
          Valid for 2 weeks|Valid for 15 days
          Wake me at 7am|Wake me at 7pm
          Wake me at 7am|Wake me at 8am
          Wake me at 6:45|Wake me at 6:54
          Call at 7pm|Call at 17:00
          Lunch at noon|Lunch at midnight
          The third attempt|The second attempt
          The 3rd floor|3 floors
          Due on 3 May|Due on 13 May
          Due on 3 May|Due on 3 June
          Due 2024-05-03|Due 2024-03-05
          Due 2024-05-03|Due 2025-05-03
          Closed on Monday|Closed on Wednesday
          Closed on weekdays|Closed at weekends
          Open today|Open tomorrow
          Sales yesterday|Sales today
          In the morning|In the evening
          Next week|This week
          Last year|Next year
          See you next Friday|See you this Friday
          Same day|Next day
          Take it twice a day|Take it three times a day
          It costs 8 euros per month|It costs 8 euros per year
          Paid weekly|Paid monthly
          A 12-year-old child|A 2-year-old child
          A two-bedroom house|A four-bedroom house
          Upgrade to 1.2.3|Upgrade to 1.2.4
          Upgrade to 3.1|Upgrade to 3.10
          Python 2|Python 3
          HTTP 404|HTTP 400
          Use IPv4|Use IPv6
          Vitamin B6|Vitamin B12
          The iPhone 14|The iPhone 15
          Half the price|Twice the price
          A third of it|A quarter of it
          At 5 degrees|At -5 degrees
          20 °C|20 °F
          10²|102
          1½|11/2
          A double room|A triple room
          The first chapter|The last 3 chapters
          Christmas opening|Easter opening
          Cut it by 30 percent|Cut it to 30 percent
          """)
  void refuses(String one, String other) {
    Judging.refuses("NUMBERS", one, other);
  }

  @Test
  void readsDigitsOfAnyScript() {
    Judging.judges("NUMBERS", "३ टिकट चाहिए", "3 टिकट चाहिए", Verdict.NOT_APPLICABLE);
    Judging.judges("NUMBERS", "我要３张票", "我要3张票", Verdict.NOT_APPLICABLE);
    Judging.judges("NUMBERS", "我要3张票", "我要4张票", Verdict.REFUSE);
    Judging.judges("NUMBERS", "Мне нужно 15 яиц", "Мне нужно 16 яиц", Verdict.REFUSE);
  }

  @Test
  void looksAtLongTexts() {
    String words = "the word ".repeat(60);
    Judging.refuses("NUMBERS", words + 1, words + 2);
    Judging.passes("NUMBERS", words + 2, words + "two");
  }
}
