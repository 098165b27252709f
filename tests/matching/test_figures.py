"""Protects what two figures of one story say to each other: which exclude one another, and which ask of two things."""

import pytest

from claims.agencies import Agencies
from claims.claim import FigureClaim
from claims.relation import Evidence
from matching.judge import judge
from tests.matching.told import article

OPPOSED = [
    ("The bill passed with 88 votes in favour.", "In the vote 79 deputies voted for the bill."),
    ("Some 41,000 households lost power in the storm.", "The storm cut electricity to 63,000 households."),
    ("The airline will axe 900 posts.", "About 1,300 positions are to go at the airline."),
    ("The bank is shedding 2,200 jobs.", "The bank said 3,100 roles would be eliminated."),
    ("The blaze has scorched 3,400 acres.", "Flames have consumed 5,200 acres so far."),
    ("The fire charred 3,400 acres.", "In all 5,200 acres burned, the county said."),
    ("About 900 litres of diesel spilled into the river.", "The pipe released 2,500 litres of diesel."),
    ("Nineteen workers are stuck underground.", "Twenty-six workers were trapped below ground."),
    ("Forty-one detainees broke out of the camp.", "Fifty-five detainees escaped from the camp."),
    ("Corvel Motors is recalling 87,000 vans.", "The company calls back 120,000 vans."),
    ("Police detained 75 fans after the match.", "After the match 112 fans were arrested."),
    ("The court jailed Maro for six years.", "Maro was handed an eight-year sentence."),
    ("Maro must serve nine years behind bars.", "Maro was sentenced to seven years in prison."),
    ("The car was travelling at 140 km/h when it left the road.", "The car was doing 95 km/h when it left the road."),
    ("The quake had a magnitude of 6.8.", "The institute measured the quake at 6.1."),
    ("The statue weighs 14 tonnes.", "The 9-tonne statue fell on Monday."),
    ("The ship carried 310 passengers.", "There were 275 passengers on the ship."),
    ("The grant totals 45 million euros.", "The grant is worth 60 million euros."),
    ("The firm will hire 400 engineers.", "The firm is to take on 650 engineers."),
    ("The outbreak has sickened 58 people.", "Some 81 people have fallen ill."),
    ("Floods damaged 420 homes.", "Some 610 homes were damaged by the floods."),
    ("Ninety-four migrants were rescued from the boat.", "The coast guard picked up 121 migrants from the boat."),
    ("The tax will rise to 24 percent.", "The law lifts the tax to 22 percent."),
    ("The judge fined the firm $3 million.", "The firm must pay a fine of $5 million."),
    ("The mayor, Ilse Brandt, 47, was in the car.", "Ilse Brandt, 52, is the town's mayor."),
    ("The wall is 12 metres high.", "The wall has a height of 9 metres."),
    ("The prize was 2.5 million crowns.", "The prize is worth 4 million crowns."),
    (
        "The train was doing 130 km/h as it entered the tunnel.",
        "The recorder shows the train went into the tunnel at 92 km/h.",
    ),
    ("The ship has a crew of 19.", "The vessel carried a crew of 24."),
    ("The breach exposed 1.1 million accounts.", "Some 1.6 million accounts were compromised."),
    ("The outage hit 120,000 customers.", "In all 84,000 customers were left without power."),
    ("Twelve men walked free on Friday.", "The rebels released 17 men on Friday."),
    ("The recall covers 61,000 scooters.", "Vesto is hauling back 74,000 scooters."),
    ("The mine collapse trapped 31 workers.", "Thirty-eight workers were caught underground."),
    ("The flames devoured 900 hectares.", "The fire has burned 1,400 hectares."),
    ("The van weighed 3.1 tonnes.", "The 2.4-tonne van rolled down the hill."),
    ("Seismologists put the quake at 6.3.", "It was a quake of magnitude 5.7."),
    ("Ena Storm, 41, leads the union.", "The 46-year-old Ena Storm spoke to the crowd."),
    ("The court gave Lund four years in prison.", "Lund will spend the next six years in jail."),
    ("On Monday night police arrested 38 people.", "On Monday night 52 people were taken into custody."),
    ("The bill lifts the levy to 7.5 percent.", "Under the bill the levy will rise to 8 percent."),
    ("The government is paying $40 million for the island.", "The government will pay $55 million for the island."),
    ("Police arrested 40 people a day after the march.", "Police arrested 61 people."),
    ("Twelve firemen were hurt.", "Nineteen firefighters were hurt."),
    ("The state budget is $7 billion.", "The budget is $9 billion."),
]

# Parts and wholes, other places and times, what somebody has, other kinds, rates, the neighbours.
SILENT = [
    ("Some 41,000 households lost power in the storm.", "Of those, 8,000 households still have no power in Arle."),
    ("The airline will axe 900 posts.", "The airline has axed 300 posts since 2019."),
    ("The airline will axe 900 posts.", "A rival cut 1,400 posts last year."),
    ("The bank employs 22,000 people.", "The bank will shed 15,000 jobs."),
    ("The blaze has scorched 3,400 acres.", "Crews have contained 2,000 acres of the fire."),
    ("Nineteen workers are trapped underground.", "Eleven workers were brought up alive."),
    ("Corvel Motors is recalling 87,000 vans.", "Corvel sold 120,000 vans last year."),
    ("Corvel Motors is recalling 87,000 vans.", "Of these, 54,000 vans are in Japan."),
    ("Police detained 75 fans after the match.", "Police sent 120 officers to the match."),
    ("The bill passed with 88 votes in favour.", "The bill needed 67 votes to pass."),
    ("The bill passed with 88 votes in favour.", "In the upper house 31 senators voted in favour."),
    ("The court jailed Maro for six years.", "Prosecutors had asked for nine years in prison."),
    ("The court jailed Maro for six years.", "Her aide Lund was sentenced to two years in prison."),
    ("The bridge will cost 240 million euros.", "Of this the state pays 110 million euros."),
    ("The bridge will cost 240 million euros.", "The old bridge cost 90 million euros in 1998."),
    ("The car was travelling at 140 km/h when it left the road.", "The speed limit there is 80 km/h."),
    ("The quake had a magnitude of 6.8.", "An aftershock of magnitude 5.1 followed."),
    ("The ship carried 310 passengers.", "The ship can carry 400 passengers."),
    ("The ship carried 310 passengers.", "Most of the 280 passengers rescued were tourists."),
    ("Some 2,100 residents were told to leave their homes.", "The town has 3,400 residents."),
    ("The club paid 18 million euros for the striker.", "The club paid 30 million euros for the goalkeeper."),
    ("Unemployment rose to 6.2 percent.", "Youth unemployment rose to 14 percent."),
    ("Unemployment rose to 6.2 percent in May.", "Unemployment was 5.8 percent in April."),
    ("The firm will hire 400 engineers.", "The firm hired 250 engineers last year."),
    ("The clinic treated 410 patients.", "The clinic has 260 beds for patients."),
    ("The school has 410 pupils.", "The storm closed schools with 900 pupils."),
    ("The outbreak has sickened 58 people in Arle.", "In Borm 81 people have fallen ill."),
    ("Floods damaged 420 homes.", "Floods damaged 130 homes in the village of Orl."),
    ("Ninety-four migrants were rescued from the boat.", "The boat carried 121 migrants."),
    ("The wall is 12 metres high.", "The ditch is 4 metres deep."),
    ("The company has 300 shops.", "The company will close 120 shops."),
    ("The company has 300 shops in Norland.", "Its rival has 450 shops in Norland."),
    ("The museum has 1,200 paintings.", "Some 900 paintings were moved to the cellar."),
    ("The brigade received 24 tanks.", "The enemy lost 40 tanks, the general said."),
    ("The brigade received 24 tanks.", "Another 12 tanks will follow in June."),
    ("The army has 240 tanks.", "The army lost 110 tanks in the spring."),
    ("Police seized 300 kilos of cocaine.", "Police seized 120 kilos of cannabis."),
    ("The district has 340 schools.", "Teachers at 210 schools walked out."),
    ("The strike hit 340 flights.", "Airports cancelled 210 flights on Sunday."),
    ("Some 40 rescuers searched on foot.", "On Monday 65 rescuers will resume the search."),
    ("The council has 90 seats.", "The party won 41 seats."),
    ("The plant makes 900 cars a day.", "The plant made 1,400 cars in its first week."),
    ("The spill covers 12 square kilometres.", "The reserve covers 30 square kilometres."),
    ("Women make up 41 percent of the staff.", "Foreigners make up 29 percent of the staff."),
    ("Turnout was 61 percent in the north.", "Turnout was 48 percent in the south."),
    ("The tunnel is 14 kilometres long.", "So far 6 kilometres of the tunnel have been dug."),
    ("The loan runs over 30 years.", "The loan was taken five years ago."),
    ("The fund holds 300 million crowns.", "The fund paid out 140 million crowns."),
    ("Lawmakers passed a budget of $7.2 billion.", "Next door in Tarn, lawmakers passed a budget of $5.1 billion."),
    ("The rebels freed 24 miners.", "The state freed 36 prisoners in return."),
    ("The gallery is 520 metres deep.", "The drill has reached a depth of 290 metres."),
    ("Foreigners make up 12 percent of the people.", "Children under 14 make up 17 percent."),
    ("The union has 4,100 members.", "The strike was joined by 2,600 members."),
    ("The mission has a ceiling of 900 soldiers.", "Some 640 soldiers are with the mission."),
    ("The first 40 nurses arrived on Monday.", "In all 95 nurses arrived."),
    ("A 4.6 aftershock followed within the hour.", "An aftershock measuring 5.2 shook the town in the evening."),
    ("Net profit was 40 million euros.", "Operating profit was 65 million euros."),
    ("Core inflation was 2.1 percent.", "Inflation was 3.4 percent."),
    ("The breach exposed 1.1 million accounts.", "The bank has 1.9 million accounts."),
    ("The breach exposed 1.1 million accounts.", "An earlier breach exposed 700,000 accounts."),
    ("The breach exposed 1.1 million accounts.", "Of these, 600,000 accounts were closed."),
    ("The outage hit 120,000 customers.", "Power was restored to 84,000 customers by noon."),
    ("The outage hit 120,000 customers.", "By evening 60,000 customers were still without power."),
    ("The storm left 12,000 homes without electricity.", "The storm damaged 900 homes."),
    ("The storm left 12,000 homes without electricity.", "In Tarn district 4,100 homes lost power."),
    ("The plant will lose 340 jobs.", "The plant employs 800 people."),
    ("The plant will lose 340 jobs.", "In 2019 the plant cut 210 jobs."),
    ("The plant will lose 340 jobs.", "The group will cut 900 jobs worldwide."),
    ("The recall covers 61,000 scooters.", "Vesto has sold 90,000 scooters."),
    ("The recall covers 61,000 scooters.", "Vesto has repaired 28,000 scooters."),
    ("The mine collapse trapped 31 workers.", "Some 90 workers were on the shift."),
    ("The mine collapse trapped 31 workers.", "Rescuers brought up 19 workers."),
    ("The law passed with 54 votes in favour.", "There were 41 votes against."),
    ("The law passed with 54 votes in favour.", "The first reading had won 49 votes in favour in March."),
    ("The committee approved it with 12 votes in favour.", "Parliament passed it with 88 votes in favour."),
    ("The flames devoured 900 hectares.", "The park covers 2,100 hectares."),
    ("The flames devoured 900 hectares.", "Last year fires burned 1,900 hectares."),
    ("Nearly 40 tonnes of oil leaked into the bay.", "Crews have recovered 22 tonnes of oil."),
    ("Nearly 40 tonnes of oil leaked into the bay.", "The ship was carrying 90 tonnes of oil."),
    ("The van weighed 3.1 tonnes.", "The bridge bears 2.5 tonnes."),
    ("Ena Storm, 41, leads the union.", "Her brother Jan Storm, 46, is a doctor."),
    ("Ena Storm, 41, leads the union.", "Ena Storm joined the union at 25."),
    ("The court gave Lund four years in prison.", "Lund spent two years in prison before the trial."),
    ("The court gave Lund four years in prison.", "Lund faces up to six years in prison."),
    ("Police arrested 38 people.", "Police released 22 of them."),
    ("The shipment held 90,000 doses.", "The country needs 140,000 doses."),
    ("The shipment held 90,000 doses.", "Some 140,000 doses have been given so far."),
    ("The bill lifts the levy to 7.5 percent.", "The levy now stands at 6 percent."),
    ("The government will pay $40 million for the island.", "The state paid $25 million for the harbour."),
    ("Twelve soldiers were killed.", "Nine rebels were killed."),
    ("The party won 41 seats.", "The party had 36 seats."),
    ("Exports rose 4 percent in the quarter.", "Imports rose 6 percent in the quarter."),
    ("The company made a profit of $30 million.", "The company made a profit of $48 million a year earlier."),
    ("The company expects a profit of $30 million.", "The company made a profit of $48 million."),
    ("The airport handled 2.1 million passengers in June.", "The airport handled 1.4 million passengers in May."),
    ("The ferry had 164 passengers.", "The ferry rescued 98 passengers of the yacht."),
    ("The strike will last 3 days.", "The strike lasted 5 days last year."),
    ("Some 900 hectares have burned in Arle.", "Some 1,400 hectares have burned in Borm."),
    ("The hospital took in 40 patients.", "The hospital discharged 25 patients."),
    ("The club has 41 points.", "The club won 28 points at home."),
    ("The hotel has 120 rooms.", "The guests were moved to 80 rooms in town."),
    ("The city has 48 schools.", "Twenty schools were closed."),
    ("The force lost 14 vehicles.", "The force has 30 vehicles."),
    ("Around 300 police guarded the square.", "About 450 police are on duty in the city."),
    ("The fund received 4,000 applications.", "The fund approved 1,900 applications."),
    ("The ministry ordered 200 buses.", "The ministry has received 90 buses."),
    ("The ministry ordered 200 buses.", "The first 40 buses arrive in May."),
    ("The fire destroyed 40 buses.", "The fire destroyed 90 cars."),
    ("Some 900 teachers joined the strike.", "Some 1,400 nurses joined the strike."),
    ("Youth unemployment is 9 percent.", "Unemployment is 6 percent."),
    ("The firm will cut 300 jobs at the plant.", "The firm will cut 900 jobs worldwide."),
]


def pages(one: str, other: str) -> list[Evidence]:
    """The figures of ``one`` that page against a figure of ``other``, as two outlets tell them in one story."""
    return [
        a
        for a in article(one, "Herald", 6)
        for b in article(other, "Courier", 6)
        if isinstance(a.claim, FigureClaim) and judge(a, b, Agencies()).page
    ]


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_figures_that_exclude_each_other(one: str, other: str) -> None:
    assert pages(one, other)
    assert pages(other, one)


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_figures_of_two_questions(one: str, other: str) -> None:
    assert not pages(one, other)
    assert not pages(other, one)
