"""The six files and their headers, column by column as published."""

SITE = "https://example.invalid"  # stands where the published files have addresses

Row = tuple[str | int | float, ...]

HEADERS = {
    "players.csv": (
        "player_id,first_name,last_name,name,last_season,current_club_id,player_code,"
        "country_of_birth,city_of_birth,country_of_citizenship,date_of_birth,sub_position,position,"
        "foot,height_in_cm,contract_expiration_date,agent_name,image_url,url,"
        "current_club_domestic_competition_id,current_club_name,market_value_in_eur,"
        "highest_market_value_in_eur"
    ),
    "clubs.csv": (
        "club_id,club_code,name,domestic_competition_id,total_market_value,squad_size,average_age,"
        "foreigners_number,foreigners_percentage,national_team_players,stadium_name,stadium_seats,"
        "net_transfer_record,coach_name,last_season,filename,url"
    ),
    "competitions.csv": (
        "competition_id,competition_code,name,sub_type,type,country_id,country_name,"
        "domestic_league_code,confederation,url,is_major_national_league"
    ),
    "player_seasons.csv": (
        "player_id,last_season,games,yellow_cards,red_cards,goals,assists,minutes_played"
    ),
    "player_valuations.csv": (
        "player_id,date,market_value_in_eur,current_club_id,player_club_domestic_competition_id"
    ),
    "transfers.csv": (
        "player_id,transfer_date,transfer_season,from_club_id,to_club_id,from_club_name,"
        "to_club_name,transfer_fee,market_value_in_eur,player_name"
    ),
}
