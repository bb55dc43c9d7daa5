"""Invented people with the names of Americans, as uneven as those are: real names, and many invented ones."""

import itertools
import random
from collections.abc import Container, Iterator

from bench.people import FAMILY_ENDINGS, GIVEN_ENDINGS, distinct, invented

# ruff: noqa: SIM905 (lists would be a hundred lines)
FAMILIES = (
    "Smith,Johnson,Williams,Brown,Jones,Garcia,Miller,Davis,Rodriguez,Martinez,Hernandez,Lopez,Gonzalez,Wilson,"
    "Anderson,Thomas,Taylor,Moore,Jackson,Martin,Lee,Perez,Thompson,White,Harris,Sanchez,Clark,Ramirez,Lewis,"
    "Robinson,Walker,Young,Allen,King,Wright,Scott,Torres,Nguyen,Hill,Flores,Green,Adams,Nelson,Baker,Hall,Rivera,"
    "Campbell,Mitchell,Carter,Roberts,Gomez,Phillips,Evans,Turner,Diaz,Parker,Cruz,Edwards,Collins,Reyes,Stewart,"
    "Morris,Morales,Murphy,Cook,Rogers,Gutierrez,Ortiz,Morgan,Cooper,Peterson,Bailey,Reed,Kelly,Howard,Ramos,Kim,Cox,"
    "Ward,Richardson,Watson,Brooks,Chavez,Wood,James,Bennett,Gray,Mendoza,Ruiz,Hughes,Price,Alvarez,Castillo,Sanders,"
    "Patel,Myers,Long,Ross,Foster,Jimenez,Powell,Jenkins,Perry,Russell,Sullivan,Bell,Coleman,Butler,Henderson,Barnes,"
    "Gonzales,Fisher,Vasquez,Simmons,Romero,Jordan,Patterson,Alexander,Hamilton,Graham,Reynolds,Griffin,Wallace,Moreno,"
    "West,Cole,Hayes,Bryant,Herrera,Gibson,Ellis,Tran,Medina,Aguilar,Stevens,Murray,Ford,Castro,Marshall,Owens,"
    "Harrison,Fernandez,McDonald,Woods,Washington,Kennedy,Wells,Vargas,Henry,Chen,Freeman,Webb,Tucker,Guzman,Burns,"
    "Crawford,Olson,Simpson,Porter,Hunter,Gordon,Mendez,Silva,Shaw,Snyder,Mason,Dixon,Munoz,Hunt,Hicks,Holmes,Palmer,"
    "Wagner,Black,Robertson,Boyd,Rose,Stone,Salazar,Fox,Warren,Mills,Meyer,Rice,Schmidt,Garza,Daniels,Ferguson,"
    "Nichols,Stephens,Soto,Weaver,Ryan,Gardner,Payne,Grant,Dunn,Kelley,Spencer,Hawkins,Arnold,Pierce,Hansen,Peters,"
    "Santos,Hart,Bradley,Knight,Elliott,Cunningham,Duncan,Armstrong,Hudson,Carroll,Lane,Riley,Andrews,Alvarado,Ray,"
    "Delgado,Berry,Perkins,Hoffman,Johnston,Matthews,Pena,Richards,Contreras,Willis,Carpenter,Lawrence,Sandoval,"
    "Guerrero,George,Chapman,Rios,Estrada,Ortega,Watkins,Greene,Nunez,Wheeler,Valdez,Harper,Burke,Larson,Santiago,"
    "Maldonado,Morrison,Franklin,Carlson,Austin,Dominguez,Carr,Lawson,Jacobs,O'Brien,Lynch,Singh,Vega,Bishop,"
    "Montgomery,Oliver,Jensen,Harvey,Williamson,Gilbert,Dean,Sims,Espinoza,Howell,Li,Wong,Reid,Hanson,Le,McCoy,"
    "Garrett,Burton,Fuller,Wang,Weber,Welch,Rojas,Lucas,Marquez,Fields,Park,Yang,Little,Banks,Padilla,Day,Walsh,"
    "Bowman,Schultz,Luna,Fowler,Mejia,Davidson,Acosta,Brewer,May,Holland,Juarez,Newman,Pearson,Curtis,Cortez,Douglas,"
    "Schneider,Joseph,Barrett,Navarro,Figueroa,Keller,Avila,Wade,Molina,Stanley,Hopkins,Campos,Barnett,Bates,Chambers,"
    "Caldwell,Beck,Lambert,Miranda,Byrd,Craig,Ayala,Lowe,Frazier,Powers,Neal,Leonard,Gregory,Carrillo,Sutton,Fleming,"
    "Rhodes,Shelton,Schwartz,Norris,Jennings,Rios,Watts,Duran,Walters,Cohen,McDaniel,Moran,Parks,Steele,Vaughn,Becker,"
    "Holt,Deleon,Barker,Terry,Hale,Leon,Hail,Benson,Haynes,Horton,Miles,Lyons,Pham,Graves,Bush,Thornton,Wolfe,Warner,"
    "Cabrera,McKinney,Mann,Zimmerman,Dawson,Lara,Fletcher,Page,McCarthy,Love,Robles,Cervantes,Solis,Erickson,Reeves,"
    "Chang,Klein,Salinas,Fuentes,Baldwin,Daniel,Simon,Velasquez,Hardy,Higgins,Aguirre,Lin,Cummings,Chandler,Sharp,"
    "Barber,Bowen,Ochoa,Dennis,Robbins,Liu,Ramsey,Francis,Griffith,Paul,Blair,O'Connor,Cardenas,Pacheco,Cross,Calderon,"
    "Quinn,Moss,Swanson,Chan,Rivas,Khan,Rodgers,Serrano,Fitzgerald,Rosales,Stevenson,Christensen,Manning,Gill,Curry,"
    "McLaughlin,Harmon,McGee,Gross,Doyle,Garner,Newton,Burgess,Reese,Walton,Blake,Trujillo,Adkins,Brady,Goodman,Roman,"
    "Webster,Goodwin,Fischer,Huang,Potter,Delacruz,Montoya,Todd,Wu,Hines,Mullins,Castaneda,Malone,Cannon,Tate,Mack,"
    "Sherman,Hubbard,Hodges,Zhang,Guerra,Wolf,Valencia,Saunders,Franco,Rowe,Gallagher,Farmer,Hammond,Hampton,Townsend,"
    "Ingram,Wise,Gallegos,Clarke,Barton,Schroeder,Maxwell,Waters,Logan,Camacho,Strickland,Norman,Person,Colon,Parsons,"
    "Frank,Harrington,Glover,Osborne,Buchanan,Casey,Floyd,Patton,Ibarra,Ball,Tyler,Suarez,Bowers,Orozco,Salas,Cobb,"
    "Gibbs,Andrade,Bauer,Conner,Moody,Escobar,McGuire,Lloyd,Mueller,Hartman,French,Kramer,McBride,Pope,Lindsey,"
    "Velazquez,Norton,McCormick,Sparks,Flynn,Yates,Hogan,Marsh,Macias,Villanueva,Zamora,Pratt,Stokes,Owen,Ballard,Lang,"
    "Brock,Villarreal,Charles,Drake,Barrera,Cain,Patrick,Pineda,Burnett,Mercado,Santana,Shepherd,Bautista,Ali,Shaffer,"
    "Lamb,Trevino,McKenzie,Hess,Beil,Olsen,Cochran,Morton,Nash,Wilkins,Petersen,Briggs,Shah,Roth,Nicholson,Holloway,"
    "Lozano,Rangel,Flowers,Hoover,Short,Arias,Mora,Valenzuela,Bryan,Meyers,Weiss,Underwood,Bass,Greer,Summers,Houston,"
    "Carson,Morrow,Clayton,Whitaker,Decker,Yoder,Collier,Zuniga,Carey,Wilcox,Melendez,Poole,Roberson,Larsen,Conley,"
    "Davenport,Copeland,Massey,Lam,Huff,Rocha,Cameron,Jefferson,Hood,Monroe,Anthony,Pittman,Huynh,Randall,Singleton,"
    "Kirk,Combs,Mathis,Christian,Skinner,Bradford,Richard,Galvan,Wall,Boone,Kirby,Wilkinson,Bridges,Bruce,Atkinson,"
    "Velez,Meza,Roy,Vincent,York,Hodge,Villa,Abbott,Allison,Tapia,Gates,Chase,Sosa,Sweeney,Farrell,Wyatt,Dalton,Horn,"
    "Barron,Phelps,Yu,Dickerson,Heath,Foley,Atkins,Mathews,Bonilla,Acevedo,Benitez,Zavala,Hensley,Glenn,Cisneros,"
    "Harrell,Shields,Rubio,Huffman,Choi,Boyer,Garrison,Arroyo,Bond,Kane,Hancock,Callahan,Dillon,Cline,Wiggins,Grimes,"
    "Arellano,Melton,O'Neill,O'Hara,Savage,Ho,Beltran,Pitts,Parrish,Ponce,Rich,Booth,Koch,Golden,Ware,Brennan,"
    "McDowell,Marks,Cantu,Humphrey,Baxter,Sawyer,Clay,Tanner,Hutchinson,Kaur,Berg,Wiley,Gilmore,Russo,Villegas,Hobbs,"
    "Keith,Wilkerson,Ahmed,Beard,McClain,Montes,Mata,Rosario,Vang,Walter,Henson,O'Neal,Mosley,McClure,Beasley,"
    "Stephenson,Snow,Huerta,Preston,Vance,Barry,Johns,Eaton,Blackwell,Dyer,Prince,Macdonald,Solomon,Guevara,Stafford,"
    "English,Hurst,Woodard,Cortes,Shannon,Kemp,Nolan,McCullough,Merritt,Murillo,Moon,Salgado,Strong,Kline,Cordova,"
    "Barajas,Roach,Rosas,Winters,Jacobson,Lester,Knox,Bullock,Kerr,Leach,Meadows,Orr,Davila,Whitehead,Pruitt,"
    "McMahon,Kent,Conway,McKee,Barr,David,Dejesus,Marin,Berger,McIntyre,Blankenship,Gaines,Palacios,Cuevas,Bartlett,"
    "Durham,Dorsey,McCall,O'Donnell,Stein,Browning,Stout,Lowery,Sloan,Mc Allister,MacArthur,Mac Leod,de la Cruz,"
    "De La Rosa,de Leon,van Dyke,Van Buren,von Berg,St. John,Saint Clair,St. Pierre,Al-Amin,Ben-David,Di Marco,"
    "Du Bois,Trịnh,Đặng,Ngô,Vũ,Núñez,Peña,Muñoz,Ibáñez,Müller,Søderberg,Wiśniewski,Lê,D'Angelo,D'Amico,Kowalski,Nowak,"
    "Ivanov,Petrov,Rossi,Esposito,Yamamoto,Tanaka,Sato,Okafor,Adeyemi,Mensah,Hassan,Ibrahim,Rahman,Kapoor,Gupta,Sharma,Reddy"
).split(",")
GIVEN = (
    "James,Mary,Michael,Patricia,Robert,Jennifer,John,Linda,David,Elizabeth,William,Barbara,Richard,Susan,Joseph,"
    "Jessica,Thomas,Karen,Christopher,Sarah,Charles,Lisa,Daniel,Nancy,Matthew,Sandra,Anthony,Ashley,Mark,Emily,Steven,"
    "Kimberly,Donald,Betty,Andrew,Margaret,Joshua,Donna,Paul,Michelle,Kenneth,Carol,Kevin,Amanda,Brian,Melissa,Timothy,"
    "Deborah,Ronald,Stephanie,Jason,Rebecca,George,Sharon,Edward,Laura,Jeffrey,Cynthia,Ryan,Amy,Jacob,Kathleen,Nicholas,"
    "Angela,Gary,Dorothy,Eric,Shirley,Jonathan,Emma,Stephen,Brenda,Larry,Nicole,Justin,Pamela,Benjamin,Samantha,Scott,"
    "Anna,Brandon,Katherine,Samuel,Christine,Gregory,Debra,Alexander,Rachel,Patrick,Olivia,Frank,Carolyn,Jack,Maria,"
    "Raymond,Janet,Dennis,Heather,Tyler,Diane,Aaron,Catherine,Jerry,Julie,Jose,Victoria,Nathan,Helen,Adam,Joyce,Henry,"
    "Lauren,Zachary,Kelly,Douglas,Christina,Peter,Joan,Noah,Judith,Kyle,Ruth,Ethan,Hannah,Christian,Evelyn,Jeremy,"
    "Andrea,Keith,Virginia,Austin,Megan,Sean,Cheryl,Roger,Jacqueline,Terry,Madison,Walter,Sophia,Dylan,Abigail,Gerald,"
    "Teresa,Carl,Isabella,Jordan,Sara,Bryan,Janice,Gabriel,Martha,Jesse,Gloria,Harold,Kathryn,Lawrence,Ann,Logan,"
    "Charlotte,Arthur,Judy,Bruce,Amber,Billy,Julia,Elijah,Grace,Joe,Denise,Alan,Danielle,Juan,Natalie,Louis,Alice,"
    "Willie,Marilyn,Wayne,Diana,Randy,Beverly,Vincent,Jean,Liam,Brittany,Roy,Theresa,Ralph,Frances,Eugene,Kayla,"
    "Russell,Alexis,Bobby,Tiffany,Mason,Lori,Philip,Kathy,Ana,Luis,Carlos,Francisco,Guadalupe,Ignacio,José,María,"
    "Jesús,Rosa,Carmen,Miguel,Antonio,Ricardo,Eduardo,Alejandro,Fernando,Rafael,Sofía,Lucía,Mary Ann,Mary Beth,"
    "Jo Ann,Anne-Marie,Jean-Paul,Wei,Ming,Priya,Anjali,Sanjay,Raj,Mohammed,Fatima,Yusuf,Aisha,Kofi,Chidi,Olga,Sergei,"
    "Ivan,Giulia,Marco,Hiroshi,Yuki,Hye-jin,Min-jun,Linh,Bảo,Thuy,Siobhan,Seán,Deirdre,Ingrid,Sven,Leila,Omar,Zeynep"
).split(",")
NUMBER_OF_FAMILIES, NUMBER_GIVEN = 40_000, 1_200
REAL = 0.75  # of all people have a real family name
HYPHENATED = 0.03
SEED = 1600


def american_people(number: int, *, besides: Container[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield given and family names, always the same ones; invented ones are none of the words `besides`."""
    chance = random.Random(SEED)
    families, given = list(dict.fromkeys(FAMILIES)), list(dict.fromkeys(GIVEN))
    rare = distinct([], invented(chance, FAMILY_ENDINGS, [2, 2, 3]), NUMBER_OF_FAMILIES, besides)
    some = distinct(given, invented(chance, GIVEN_ENDINGS, [1, 2]), NUMBER_GIVEN, besides)
    family_weights = list(itertools.accumulate(1 / (rank + 12) for rank in range(len(families))))
    given_weights = list(itertools.accumulate(1 / (rank + 15) for rank in range(len(some))))
    for _ in range(number):
        common = chance.random() < REAL
        [family] = chance.choices(families, cum_weights=family_weights) if common else [chance.choice(rare)]
        if chance.random() < HYPHENATED:
            family = f"{family}-{chance.choices(families, cum_weights=family_weights)[0]}"
        yield chance.choices(some, cum_weights=given_weights)[0], family
