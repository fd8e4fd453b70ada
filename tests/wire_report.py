"""A report of an agency, as others copy it."""

WIRE = (
    "Ministers of five states sign a plan in Minsk\n\n"
    "The ministers of foreign affairs of five states met in Minsk on Thursday and considered the programme of "
    "cooperation in the fight against terrorism for the coming two years. They heard a report of the executive "
    "secretary on the work of the anti-terrorist centre and approved a plan of joint measures at the borders. "
    "The plan goes to the council of heads of state, which is to meet in Astana in November. The chair passed from "
    "Belarus to Kazakhstan, whose minister thanked his colleagues for their trust and named three aims: trade, "
    "transport and water. The next meeting of the ministers will be held in the spring of the coming year."
)
