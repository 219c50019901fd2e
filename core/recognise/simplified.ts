/** Traditional characters of public accounts and their simplified forms, in pairs. */
const pairs =
  '萬万億亿經经費费財财撥拨預预國国務务車车購购運运維维護护與与總总計计項项類类數数額额決决執执結结轉转餘余補补業业資资產产專专債债體体際际員员個个為为較较長长減减來来開开關关機机構构門门單单實实現现應应級级屬属償偿還还貸贷稅税營营會会議议訓训學学辦办審审標标準准處处發发農农鄉乡鎮镇區区縣县黨党設设備备貨货陸陆調调劃划劵券傳传導导創创幣币師师幫帮當当從从後后復复態态戶户據据擴扩擬拟時时書书條条歲岁歷历沒没測测爭争環环盤盘確确種种積积穩稳約约網网線线緊紧組组給给統统綠绿績绩聯联職职舉举藝艺衛卫製制規规視视覽览觀观訂订記记許许訴诉評评試试話话該该詳详說说課课論论證证識识譯译變变讓让負负責责貧贫貿贸賃赁賓宾賠赔質质贈赠贏赢趨趋軍军軟软載载輔辅輕轻輛辆輸输辭辞邊边遞递遷迁選选遺遗釋释鈔钞銀银銷销錄录錢钱鋪铺鐵铁鑒鉴閉闭閱阅間间隊队階阶隨随險险雙双雜杂離离難难電电靜静響响頂顶順顺領领頻频題题願愿顯显風风養养館馆驗验';

const simplifiedOf: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, index) => [pairs[2 * index] ?? '', pairs[2 * index + 1] ?? '']),
);

/**
 * A character in its simplified form: 經費 is 经费. One character stays one.
 * @param character any one; returned as it is where it has no other form here
 */
export const simplified = (character: string): string => simplifiedOf.get(character) ?? character;
