-- Folds the spelling variants of Arabic letters, marks and digits to one form, for comparing.
-- Grain: one text in, one text out; ar_fold('أُسامة') = ar_fold('اسامه').
-- Limits: never store it; of the ligatures in Unicode's Presentation Forms-A it knows ﷲ and ﷺ only.
create macro ar_fold(x) as
    (case
        when not regexp_matches(x, '[\x{fdf2}\x{fdfa}\x{fe70}-\x{fefc}]') then x
        -- Letters that were stored in the shape that they have in print, as PDF files do.
        else (x)
            .replace('ﷲ', 'الله')
            .replace('ﷺ', 'صلى الله عليه وسلم')
            .regexp_replace('[\x{fef5}-\x{fefc}]', 'لا', 'g')
            .regexp_replace('[\x{fe70}-\x{fe72}\x{fe74}\x{fe76}-\x{fe7f}]', '', 'g')
            .translate(
                'ﺀﺁﺂﺃﺄﺅﺆﺇﺈﺉﺊﺋﺌﺍﺎﺏﺐﺑﺒﺓﺔﺕﺖﺗﺘﺙﺚﺛﺜﺝﺞﺟﺠﺡﺢﺣﺤﺥﺦﺧﺨﺩﺪﺫﺬﺭﺮﺯﺰﺱﺲﺳﺴﺵﺶﺷﺸﺹﺺﺻﺼﺽﺾﺿﻀﻁﻂﻃﻄﻅﻆﻇﻈﻉﻊﻋﻌﻍﻎﻏﻐﻑﻒﻓﻔﻕﻖﻗﻘﻙﻚﻛﻜﻝﻞﻟﻠﻡﻢﻣﻤﻥﻦﻧﻨﻩﻪﻫﻬﻭﻮﻯﻰﻱﻲﻳﻴ',
                'ءااااووااييييااببببههتتتتثثثثججججححححخخخخددذذررززسسسسششششصصصصضضضضططططظظظظععععغغغغففففققققككككللللممممننننههههوويييييي'
            )
    end)
    -- Tatweel, hyphenation, and the controls that steer direction and joining.
    .regexp_replace(
        '[\x{640}\x{ad}\x{61c}\x{feff}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{2069}]+', '', 'g'
    )
    -- Tashkeel and the small letters of the Koran.
    .regexp_replace(
        '[\x{610}-\x{61a}\x{64b}-\x{65f}\x{670}\x{6d6}-\x{6dc}\x{6df}-\x{6e8}\x{6ea}-\x{6ed}'
        || '\x{898}-\x{89f}\x{8ca}-\x{8e1}\x{8e3}-\x{8ff}]+', '', 'g'
    )
    -- Spaces that do not break or have another width.
    .regexp_replace('[\x{a0}\x{2007}\x{2009}\x{200a}\x{202f}\x{3000}]', ' ', 'g')
    -- Alef, yeh, waw, teh marbuta, Persian and Urdu letters, digits.
    .translate('آأإٱىئیېؤةہک٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'ااااييييوههك01234567890123456789');
