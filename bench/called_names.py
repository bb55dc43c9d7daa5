"""How Americans call people of these names; not taken from the search's own list."""

CALLED = {
    "James": "Jim Jimmy", "Michael": "Mike Mikey", "Robert": "Bob Bobby Rob", "Jennifer": "Jen Jenny",
    "John": "Jack Johnny", "David": "Dave", "Elizabeth": "Liz Beth Betty Lizzie", "William": "Bill Will Billy",
    "Barbara": "Barb", "Richard": "Rick Dick Rich", "Susan": "Sue Susie", "Joseph": "Joe Joey",
    "Jessica": "Jess Jessie", "Thomas": "Tom Tommy", "Christopher": "Chris", "Charles": "Charlie Chuck",
    "Daniel": "Dan Danny", "Matthew": "Matt", "Anthony": "Tony", "Steven": "Steve", "Kimberly": "Kim",
    "Andrew": "Andy Drew", "Margaret": "Peggy Maggie Meg", "Joshua": "Josh", "Kenneth": "Ken Kenny",
    "Amanda": "Mandy", "Timothy": "Tim Timmy", "Deborah": "Deb Debbie", "Ronald": "Ron Ronnie",
    "Stephanie": "Steph", "Rebecca": "Becky", "Edward": "Ed Eddie Ted", "Jeffrey": "Jeff", "Cynthia": "Cindy",
    "Jacob": "Jake", "Kathleen": "Kathy Kate", "Nicholas": "Nick", "Angela": "Angie", "Dorothy": "Dot Dottie",
    "Jonathan": "Jon", "Stephen": "Steve", "Benjamin": "Ben", "Samantha": "Sam", "Gregory": "Greg",
    "Debra": "Deb Debbie", "Katherine": "Kate Kathy Katie", "Samuel": "Sam Sammy", "Christine": "Chris Chrissy",
    "Alexander": "Alex Al", "Patrick": "Pat", "Raymond": "Ray", "Catherine": "Cathy Kate",
    "Victoria": "Vicky Tori", "Nathan": "Nate", "Zachary": "Zach Zack", "Douglas": "Doug", "Christina": "Tina",
    "Peter": "Pete", "Judith": "Judy", "Jacqueline": "Jackie", "Walter": "Walt", "Gerald": "Jerry Gerry",
    "Teresa": "Terry", "Lawrence": "Larry", "Kathryn": "Kathy", "Arthur": "Art", "Vincent": "Vince Vinny",
    "Eugene": "Gene", "Russell": "Russ", "Philip": "Phil", "Theresa": "Terry", "Frances": "Fran",
    "Francisco": "Paco Pancho", "José": "Pepe", "Jose": "Pepe", "Guadalupe": "Lupe", "Ignacio": "Nacho",
    "Jesús": "Chuy", "Eduardo": "Lalo", "Ricardo": "Rick", "Alejandro": "Alex", "Rafael": "Rafa",
    "Patricia": "Pat Patty Trish",
}  # fmt: skip
