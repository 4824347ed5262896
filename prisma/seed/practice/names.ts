/** Common names in free combination: the patients are invented. */
const split = (text: string) => text.trim().split(/\s+/);

export const LAST_NAMES = split(`
  Abernethy Ackerley Alderman Amberson Applewhite Ardmore Ashcombe Atherton Averill Babcock Bagley Ballantine Bannister
  Barrowman Bassett Beckwith Bellamy Bickford Birchall Blackwood Blakemore Bonham Bradwell Braithwaite Brantley Brewster
  Brockway Buckner Burleigh Cadwell Calloway Canfield Carlisle Carrington Caulfield Chadwick Chamberlin Charlesworth
  Chilton Claybourne Coldwell Colby Coverdale Cranford Crestwell Crosby Culpepper Dalrymple Danforth Darlington Dearborn
  Delacroix Denholm Devereaux Dillingham Dorsett Drummond Dunmore Eastwick Edgerton Eldridge Ellsworth Emberley
  Fairbanks Falconer Farnsworth Fenwick Ferncliff Fielding Fordham Foxworth Galloway Gainsford Garrick Gentry Gladwell
  Goodacre Granger Greaves Grimshaw Hadley Halstead Hanbury Harcourt Hargrove Hathaway Haverford Hawthorne Heatherly
  Hendry Hollister Holloway Huxley Ingleby Ironside Jessop Kearsley Kellerman Kensley Kirkwood Lanford Langley Larkin
  Lathrop Leighton Linwood Lockhart Loxley Lytton Maddox Mallory Marchbank Marwood Mayfield Merriweather Middleton
  Milford Montrose Moreland Nettleton Newbury Northcott Oakhurst Ogilvie Orchard Osgood Padgett Palmerton Peabody
  Pemberton Penrose Pickering Prescott Quimby Radcliffe Ramsden Ravenel Redfern Renwick Ridgeway Rockwell Rosewood
  Rutherford Sackville Satterly Saxonby Seagrave Sheffield Shelburne Sherwin Silverton Somerset Spaulding Stafford
  Stanhope Sterling Stockdale Stratton Sunderland Swinford Tarleton Templeton Thackery Thornbury Tillman Townley
  Trevelyan Underhill Upton Vickery Wadsworth Wakefield Walgrove Warwick Waverly Wembley Westbrook Wetherby Whitcomb
  Wickham Wilbraham Winslow Winthrop Woodruff Wycliffe Yardley Yarrow
`);

export const FEMALE_NAMES = split(`
  Ada Adele Agnes Alma Amelia Anita Anna Arlene Audrey Beatrice Bernice Bonnie Brenda Camille Carla Carmen Cecilia
  Celia Charlotte Clara Claudia Constance Cora Daisy Daphne Deborah Delia Dolores Dorothy Edith Eileen Elaine Eleanor
  Elena Elise Eloise Elsie Emma Esther Eva Evelyn Fiona Flora Frances Gail Genevieve Georgia Gloria Grace Greta Gwen
  Harriet Hazel Helen Henrietta Hope Ida Inez Irene Iris Isabel Ivy Jane Janet Jean Joan Josephine Joyce Judith Julia
  June Karen Kathleen Laura Leona Lillian Linda Lois Loretta Lorna Louise Lucille Lucy Luisa Lydia Mabel Marcia
  Margaret Maria Marian Martha Matilda Maureen Maxine Mildred Miriam Molly Muriel Nadine Naomi Nina Nora Olga Olive
  Opal Patricia Paula Pauline Pearl Phyllis Rachel Ramona Regina Rita Roberta Rosa Rosemary Ruby Ruth Sabina Sarah
  Selma Sharon Sheila Stella Susan Sylvia Teresa Thelma Theodora Ursula Vera Veronica Viola Vivian Wilma Winifred
`);

export const MALE_NAMES = split(`
  Abel Adrian Alan Albert Alfred Allen Alvin Amos Andrew Anton Archie Arnold Arthur August Barry Basil Benjamin Bernard
  Bruno Byron Calvin Carl Cecil Cedric Chester Clarence Claude Clifford Clinton Conrad Curtis Cyril Daniel Darrell
  David Dennis Desmond Douglas Duncan Earl Edgar Edmund Edward Edwin Elias Elliot Emil Eric Ernest Eugene Felix
  Francis Frank Fred Gabriel Garrett George Gerald Gilbert Glenn Gordon Graham Grant Gregory Gustav Harold Harvey
  Hector Henry Herbert Herman Homer Horace Howard Hubert Hugo Irving Isaac Ivan Jasper Jerome Joel Jonas Joseph Julian
  Karl Keith Kenneth Lawrence Leo Leon Leonard Leroy Lester Lewis Lionel Lloyd Louis Luis Luther Malcolm Marcus Mario
  Martin Marvin Maurice Melvin Milton Morris Nathan Neil Nelson Norman Oliver Orville Oscar Otto Owen Patrick Percy
  Peter Philip Quentin Ralph Ramon Raymond Reginald Roland Roman Ross Roy Rudolph Rufus Russell Samuel Saul Seymour
  Sidney Simon Stanley Stephen Stuart Theodore Thomas Vernon Victor Vincent Walter Warren Wendell Wesley Wilfred Willis
`);

export const STREETS = split(`
  Alder Aspen Bayberry Birch Bluebell Briar Cedar Cherry Clover Cottonwood Dogwood Elder Elm Fern Hazel Heather Hickory
  Holly Ivy Juniper Larch Laurel Lilac Linden Magnolia Maple Meadow Mulberry Myrtle Oak Orchard Pine Poplar Primrose
  Rowan Sage Spruce Sumac Sycamore Tamarack Thistle Tulip Walnut Willow Yarrow
`);
export const STREET_KINDS = ["Ave", "Court", "Drive", "Lane", "Road", "Street", "Way"] as const;

/** Invented towns of one state. */
export const TOWNS = [
  { city: "Larkspur Falls", zip: "80901" },
  { city: "Fairhaven", zip: "80902" },
  { city: "Cottonwood Bend", zip: "80905" },
  { city: "Stone Creek", zip: "80909" },
  { city: "Meadowridge", zip: "80915" },
  { city: "Pinecrest", zip: "80920" },
] as const;
export const STATE = "CO";
