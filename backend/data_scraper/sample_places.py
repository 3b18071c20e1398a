"""The nations players come from: real countries and cities, with the language of their names."""

from data_scraper.sample_model import Nation


def _nation(name: str, language: str, weight: int, cities: str) -> Nation:
    return Nation(name, language, weight, tuple(cities.split("|")))


# Some cities are followed by a comma and their state, as in the published file.
NATIONS = (
    _nation("England", "english", 4, "London|Leeds|Bristol|Carlisle|Ipswich|Hull|Stoke-on-Trent"),
    _nation("Spain", "spanish", 6, "Madrid|León|Cádiz|Almería|Vitoria-Gasteiz|A Coruña|Jaén"),
    _nation("Germany", "german", 5, "Berlin|München|Köln|Lübeck|Göttingen|Frankfurt am Main|Ulm"),
    _nation("Italy", "italian", 4, "Roma|Forlì|Lecce|Reggio nell'Emilia|L'Aquila|Cuneo|Ancona"),
    _nation("Netherlands", "dutch", 5, "Amsterdam|'s-Hertogenbosch|Zwolle|Delft|Leeuwarden|Breda"),
    _nation("Turkey", "turkish", 3, "Istanbul|İzmir|Eskişehir|Çanakkale|Muğla|Iğdır|Trabzon"),
    _nation("Ukraine", "ukrainian", 3, "Kyiv|Lviv|Kharkiv|Poltava|Ivano-Frankivsk|Kryvyi Rih"),
    _nation("Bulgaria", "bulgarian", 2, "Sofia|Plovdiv|Varna|Ruse|Veliko Tarnovo|Gotse Delchev"),
    _nation("France", "french", 9, "Paris|Nîmes|Saint-Étienne|Évry|Besançon|Fort-de-France"),
    _nation("Portugal", "portuguese", 6, "Lisboa|Évora|Setúbal|Viana do Castelo|Guimarães|Faro"),
    _nation("Brazil", "portuguese", 11, "São Paulo|Belém|Maceió|Ribeirão Preto|Brasília|Goiânia"),
    _nation("Argentina", "spanish", 6, "Buenos Aires|Córdoba|Tucumán|Paraná|Comodoro Rivadavia"),
    _nation("Colombia", "spanish", 2, "Bogotá|Medellín|Cúcuta|Santa Marta|Quibdó"),
    _nation("Mexico", "spanish", 1, "Ciudad de México|Mérida|Zapopan, Jalisco|Querétaro"),
    _nation("Belgium", "dutch", 3, "Brussel|Liège|Gent|Kortrijk|Mechelen"),
    _nation("Austria", "german", 2, "Wien|Linz|Klagenfurt|Sankt Pölten"),
    _nation("Ireland", "gaelic", 2, "Dublin|Cork|Dún Laoghaire|Sligo"),
    _nation("Scotland", "gaelic", 3, "Glasgow|Dundee|Inverness|Kirkcaldy"),
    _nation("Serbia", "balkan", 4, "Beograd|Niš|Kraljevo|Šabac"),
    _nation("Croatia", "balkan", 3, "Zagreb|Split|Požega|Šibenik"),
    _nation("Bosnia-Herzegovina", "balkan", 2, "Sarajevo|Tuzla|Bihać|Goražde"),
    _nation("Poland", "polish", 3, "Warszawa|Łódź|Gdańsk|Zielona Góra"),
    _nation("Czech Republic", "czech", 2, "Praha|Plzeň|Ústí nad Labem|Třinec"),
    _nation("Denmark", "nordic", 3, "København|Aarhus|Køge|Sønderborg"),
    _nation("Sweden", "nordic", 2, "Stockholm|Malmö|Växjö|Umeå"),
    _nation("Norway", "nordic", 2, "Oslo|Tromsø|Ålesund|Bodø"),
    _nation("Nigeria", "westafrican", 4, "Lagos|Kaduna|Abeokuta, Ogun|Enugu"),
    _nation("Ghana", "westafrican", 3, "Accra|Kumasi|Tamale|Sekondi-Takoradi"),
    _nation("Senegal", "westafrican", 4, "Dakar|Thiès|Saint-Louis|M'Bour"),
    _nation("Cote d'Ivoire", "westafrican", 3, "Abidjan|Bouaké|Daloa|Yamoussoukro"),
    _nation("Morocco", "arabic", 3, "Casablanca|Tétouan|Fès|Béni Mellal"),
    _nation("Japan", "japanese", 2, "Tokyo|Kōbe|Sapporo|Shizuoka"),
    _nation("Korea, South", "korean", 1, "Seoul|Incheon|Suwon, Gyeonggi|Jeju"),
    _nation("Greece", "greek", 3, "Athina|Thessaloniki|Kavala|Rethymno"),
    _nation(
        "United States", "english", 2, "Dayton, Ohio|Tucson, Arizona|Boise, Idaho|Reno, Nevada"
    ),
)

BY_NAME = {nation.name: nation for nation in NATIONS}
